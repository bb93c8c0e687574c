package io.aegispcap.platform.accounts.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.accounts.entry.AuthenticatorKey;
import io.aegispcap.platform.accounts.entry.SecondFactor;
import io.aegispcap.platform.accounts.web.Authenticator;
import io.aegispcap.platform.running.Guests;
import io.aegispcap.platform.running.JumpingClock;
import io.aegispcap.platform.running.RunningPlatform;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@RunningPlatform
class SecondFactorTests {
  private final SecondFactor factor;
  private final Guests guests;
  private final JumpingClock clock;

  SecondFactorTests(SecondFactor factor, Guests guests, JumpingClock clock) {
    this.factor = factor;
    this.guests = guests;
    this.clock = clock;
  }

  @Test
  void takesACodeAgainAfterTheClockWasAheadWhenOneWasUsed() {
    PersonId person = guests.join().id();
    AuthenticatorKey key = factor.propose(person);
    try (JumpingClock.Jump _ = clock.jump(Duration.ofHours(5))) {
      assertThat(factor.confirm(person, code(key))).isPresent();
    }
    String now = code(key);
    assertThat(factor.accepts(person, now)).isTrue();
    assertThat(factor.accepts(person, now)).isFalse();
  }

  private String code(AuthenticatorKey key) {
    return Authenticator.codeOf(key, clock.instant());
  }
}
