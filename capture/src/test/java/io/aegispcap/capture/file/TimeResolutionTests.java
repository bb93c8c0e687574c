package io.aegispcap.capture.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.longs;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class TimeResolutionTests {
  private static final BigInteger BILLION = BigInteger.valueOf(1_000_000_000);

  @Test
  void agreesWithExactArithmeticForAnyResolution() {
    qt().withExamples(20_000)
        .forAll(
            longs().all(),
            integers().between(0, 255),
            longs().between(-20_000_000_000L, 20_000_000_000L))
        .check(
            (units, resolution, offset) ->
                new TimeResolution(resolution, offset).nanoseconds(units)
                    == exact(units, resolution, offset));
  }

  private static long exact(long units, int resolution, long offset) {
    BigInteger value = new BigInteger(Long.toUnsignedString(units)).multiply(BILLION);
    BigInteger base = BigInteger.valueOf((resolution & 0x80) == 0 ? 10 : 2);
    BigInteger time = clamp(value.divide(base.pow(resolution & 0x7f)));
    return clamp(time.add(clamp(BigInteger.valueOf(offset).multiply(BILLION)))).longValueExact();
  }

  private static BigInteger clamp(BigInteger value) {
    return value.min(BigInteger.valueOf(Long.MAX_VALUE)).max(BigInteger.valueOf(Long.MIN_VALUE));
  }

  @Test
  void stopsAtTheEndsOfALong() {
    assertThat(new TimeResolution(6, 0).nanoseconds(-1)).isEqualTo(Long.MAX_VALUE);
    assertThat(new TimeResolution(6, Long.MIN_VALUE).nanoseconds(0)).isEqualTo(Long.MIN_VALUE);
  }
}
