package io.aegispcap.platform.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import io.aegispcap.platform.api.Allowances.Allowance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AllowancesTests {
  private Instant now = Instant.parse("2026-11-28T12:00:00Z");
  private final Allowances allowances = new Allowances(() -> now);

  @Test
  void answersAMinutesWorthAtOnceAndThenOneAfterTheOther() {
    for (int left = 59; left >= 0; left--) {
      Allowance allowance = allowances.take("ada", 60);
      assertThat(allowance.exceeded()).isFalse();
      assertThat(allowance.remaining()).isEqualTo(left);
    }
    Allowance exceeded = allowances.take("ada", 60);
    assertThat(exceeded.exceeded()).isTrue();
    assertThat(exceeded.pause()).isEqualTo(Duration.ofSeconds(1));
    assertThat(exceeded.reset()).isEqualTo(Duration.ofMinutes(1));
    now = now.plus(exceeded.pause());
    assertThat(allowances.take("ada", 60).exceeded()).isFalse();
    assertThat(allowances.take("ada", 60).exceeded()).isTrue();
  }

  @Test
  void countsCallersApart() {
    assertThat(allowances.take("ada", 1).exceeded()).isFalse();
    assertThat(allowances.take("ada", 1).exceeded()).isTrue();
    assertThat(allowances.take("bob", 1).exceeded()).isFalse();
  }

  @Test
  void forgetsWhoHasAllOfItBack() {
    allowances.take("ada", 1);
    allowances.look("never counted", 1);
    allowances.forget();
    assertThat(allowances.callers()).isEqualTo(1);
    now = now.plus(Duration.ofMinutes(1));
    allowances.forget();
    assertThat(allowances.callers()).isZero();
  }

  /// Whatever the times of the requests, no minute sees more than twice the limit, and whoever
  /// waits as told is answered.
  @Test
  @Tag("property")
  void grantsNoMoreThanTheLimitAndWhatCameBack() {
    qt().withExamples(300)
        .forAll(
            integers().between(1, 40),
            lists().of(integers().between(0, 9000)).ofSizeBetween(1, 200))
        .check(
            (limit, gaps) -> {
              Instant start = now;
              Allowances fresh = new Allowances(() -> now);
              List<Instant> granted = new ArrayList<>();
              boolean keptPromises = true;
              for (int gap : gaps) {
                now = now.plusMillis(gap);
                Allowance allowance = fresh.take("ada", limit);
                if (allowance.exceeded()) {
                  Instant refused = now;
                  now = now.plus(allowance.pause());
                  keptPromises &= !fresh.look("ada", limit).exceeded();
                  now = refused;
                } else {
                  granted.add(now);
                }
              }
              double minutes = Duration.between(start, now).toMillis() / 60_000.0;
              return keptPromises && granted.size() <= limit + Math.ceil(limit * minutes);
            });
  }
}
