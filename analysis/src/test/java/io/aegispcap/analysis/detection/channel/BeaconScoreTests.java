package io.aegispcap.analysis.detection.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BeaconScoreTests {
  private static final long SECOND = 1_000_000_000L;

  private static BeaconScore score(long gapSeconds, int count) {
    long[] starts = new long[count];
    long[] sizes = new long[count];
    for (int i = 0; i < count; i++) {
      starts[i] = i * gapSeconds * SECOND;
      sizes[i] = 500;
    }
    return BeaconScore.of(starts, sizes, 0, starts[count - 1]);
  }

  @Test
  void givesAPerfectBeaconOfADayOne() {
    assertThat(score(60, 1_441).total()).isCloseTo(1, within(0.01));
  }

  @Test
  void givesShortOnesNothingForDuration() {
    assertThat(score(60, 60).duration()).isZero();
    assertThat(score(60, 60).total()).isCloseTo(0.75, within(0.03));
  }

  @Test
  void computesRegularityByHand() {
    // gaps 10, 10, 10, 40: quartiles 10, 10, 17.5, no skew counted; deviations 0, 0, 0, 30: median
    // 0
    assertThat(BeaconScore.regularity(new double[] {10, 10, 10, 40})).isEqualTo(1);
    // 10, 20, 60, 90: quartiles 17.5, 40, 67.5: skew (17.5 + 67.5 - 80) / 50 = 0.1;
    // deviations 20, 20, 30, 50: median 25: (40 - 25) / 40 = 0.375
    assertThat(BeaconScore.regularity(new double[] {10, 20, 60, 90}))
        .isCloseTo((0.9 + 0.375) / 2, within(1e-9));
  }

  @Test
  void staysBetweenNothingAndOne() {
    qt().withExamples(300)
        .forAll(lists().of(integers().between(0, 100_000)).ofSizeBetween(4, 100))
        .checkAssert(
            seconds -> {
              long[] starts = seconds.stream().mapToLong(s -> s * SECOND).sorted().toArray();
              long[] sizes = seconds.stream().mapToLong(Integer::longValue).toArray();
              BeaconScore score =
                  BeaconScore.of(
                      starts, sizes, starts[0], Arrays.stream(starts).max().orElseThrow());
              assertThat(score.timing()).isBetween(0.0, 1.0);
              assertThat(score.size()).isBetween(0.0, 1.0);
              assertThat(score.duration()).isBetween(0.0, 1.0);
              assertThat(score.histogram()).isBetween(0.0, 1.0);
            });
  }
}
