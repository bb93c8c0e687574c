package io.aegispcap.platform.accounts.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.platform.access.Names;
import io.aegispcap.platform.running.Guests;
import io.aegispcap.platform.running.Guests.Guest;
import io.aegispcap.platform.running.RunningPlatform;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

@RunningPlatform
class NamesTests {
  private static final int MORE_THAN_THERE_ARE_CONNECTIONS = 30;

  private final Names names;
  private final Guests guests;

  NamesTests(Names names, Guests guests) {
    this.names = names;
    this.guests = guests;
  }

  @Test
  void givesItsConnectionBackEachTime() {
    Guest guest = guests.join();
    Assertions.assertTimeout(
        Duration.ofSeconds(20),
        () -> {
          for (int i = 0; i < MORE_THAN_THERE_ARE_CONNECTIONS; i++) {
            assertThat(names.of(List.of(guest.id()))).isEqualTo(Map.of(guest.id(), guest.handle()));
          }
        });
  }
}
