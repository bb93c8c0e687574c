package io.aegispcap.platform.notices;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.platform.running.Answer;
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
    assertThat(guest.browser().get("/notices").body()).contains("An alert is yours now.");
    guest.browser().submit("/notices", "/notices/read", Map.of());
    assertThat(guest.browser().get("/").body()).doesNotContain(" new\"");
  }

  @Test
  void isReadOnceItIsFollowed() {
    Guest guest = guests.join();
    notices.tell(List.of(guest.id()), "alert-assigned:18", "Another is yours.", "/alerts/18");
    notices.tell(List.of(guest.id()), "alert-assigned:19", "And another.", "/alerts/19");
    String path = "/notices/" + notices.of(guest.id(), 10).getLast().id();
    assertThat(guest.browser().get("/notices").body()).contains("href=\"" + path + "\"");
    assertThat(guests.join().browser().get(path).status()).isEqualTo(404);
    assertThat(guest.browser().get("/").body()).contains("Notices: 2 new");
    Answer followed = guest.browser().get(path);
    assertThat(followed.status()).isEqualTo(303);
    assertThat(followed.header("Location")).endsWith("/alerts/18");
    assertThat(guest.browser().get("/").body()).contains("Notices: 1 new");
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
    String path = "/notices/" + notices.of(guest.id(), 1).getFirst().id();
    assertThat(guest.browser().get(path).header("Location")).endsWith("/notices");
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
