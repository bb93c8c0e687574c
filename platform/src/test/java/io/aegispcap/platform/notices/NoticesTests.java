package io.aegispcap.platform.notices;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.platform.running.Guests;
import io.aegispcap.platform.running.Guests.Guest;
import io.aegispcap.platform.running.RunningPlatform;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@RunningPlatform
class NoticesTests {
  private final Notices notices;
  private final Guests guests;

  NoticesTests(Notices notices, Guests guests) {
    this.notices = notices;
    this.guests = guests;
  }

  @Test
  void ringsUntilRead() {
    Guest guest = guests.join();
    notices.tell(List.of(guest.id()), "alert-assigned:17", "An alert is yours now.", "/alerts/17");
    assertThat(guest.browser().get("/").body()).contains("Notices: 1 new");
    assertThat(guest.browser().get("/notices").body())
        .contains("An alert is yours now.")
        .contains("href=\"/alerts/17\"");
    guest.browser().submit("/notices", "/notices/read", Map.of());
    assertThat(guest.browser().get("/").body()).doesNotContain(" new\"");
  }

  @Test
  void tellsEachPersonTheSameThingOnce() {
    Guest one = guests.join();
    Guest other = guests.join();
    for (int i = 0; i < 3; i++) {
      notices.tell(List.of(one.id(), other.id(), one.id()), "done:1", "Done.", "/");
    }
    assertThat(notices.of(one.id(), 10)).hasSize(1);
    assertThat(notices.of(other.id(), 10)).hasSize(1);
  }

  @Test
  void leadsNowhereButHere() {
    Guest guest = guests.join();
    notices.tell(List.of(guest.id()), "x", "<b>bold</b>", "javascript:alert(1)");
    assertThat(guest.browser().get("/notices").body())
        .contains("&lt;b&gt;bold")
        .doesNotContain("href=\"javascript:");
  }

  @Test
  void forgetsWhoeverLeft() throws InterruptedException {
    Guest guest = guests.join();
    notices.tell(List.of(guest.id()), "x", "Something.", "/");
    guest.browser().submit("/account", "/account/delete", Map.of("password", Guests.PASSWORD));
    Instant soon = Instant.now().plusSeconds(60);
    while (!notices.of(guest.id(), 1).isEmpty() && Instant.now().isBefore(soon)) {
      Thread.sleep(20);
    }
    assertThat(notices.of(guest.id(), 1)).isEmpty();
  }
}
