package io.aegispcap.platform.jobs.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.longs;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("property")
class BackoffTests {

  @Test
  void doublesUpToTheLongestLessAtMostHalf() {
    Duration first = Duration.ofSeconds(5);
    Duration longest = Duration.ofMinutes(10);
    qt().forAll(integers().between(1, 1000), longs().all())
        .checkAssert(
            (attempt, seed) -> {
              long whole =
                  Math.min(longest.toMillis(), first.toMillis() << Math.min(attempt - 1, 20));
              assertThat(new Backoff(first, longest, new Random(seed)).after(attempt).toMillis())
                  .isBetween(whole / 2, whole);
            });
  }
}
