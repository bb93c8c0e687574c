package io.aegispcap.platform.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.platform.access.Role;
import io.aegispcap.platform.running.Browser;
import io.aegispcap.platform.running.Guests;
import io.aegispcap.platform.running.RunningPlatform;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@RunningPlatform
class AuditPageTests {
  private final Guests guests;

  AuditPageTests(Guests guests) {
    this.guests = guests;
  }

  @Test
  void goesOnWithWhatIsSearchedFor() {
    AuditPage page =
        new AuditPage("C&C + #1", List.of(), Map.of(), Optional.of(7L), Optional.empty());
    assertThat(page.olderPath()).isEqualTo("/audit?q=C%26C+%2B+%231&before=7");
  }

  @Test
  void findsWhateverIsTyped() {
    Browser administrator = guests.join(Role.ADMINISTRATOR).browser();
    assertThat(administrator.get("/audit?q=person%00.join").status()).isEqualTo(200);
  }
}
