package io.aegispcap.analysis.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.doubles;
import static org.quicktheories.generators.SourceDSL.longs;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;

class RowBufferTests {
  @Test
  void writesWholeNumbersAsTheJdkDoes() {
    qt().withExamples(2000)
        .forAll(longs().all())
        .check(value -> new RowBuffer().number(value).toString().equals(Long.toString(value)));
  }

  @Test
  void writesExtremes() {
    assertThat(new RowBuffer().number(Long.MIN_VALUE).toString()).isEqualTo("-9223372036854775808");
    assertThat(new RowBuffer().number(0.0).toString()).isEqualTo("0");
    assertThat(new RowBuffer().number(-0.25).toString()).isEqualTo("-0.25");
    assertThat(new RowBuffer().number(1e15 + 0.5).toString()).isEqualTo("1000000000000000.5");
    assertThat(new RowBuffer().number(1.0000005).toString()).startsWith("1.00000");
  }

  @Test
  void roundsToSixDecimals() {
    qt().withExamples(2000)
        .forAll(doubles().between(-1e9, 1e9))
        .checkAssert(
            value -> {
              BigDecimal written = new BigDecimal(new RowBuffer().number(value).toString());
              BigDecimal exact = new BigDecimal(value).setScale(6, RoundingMode.HALF_UP);
              assertThat(written.subtract(exact).abs())
                  .isLessThanOrEqualTo(new BigDecimal("0.000001"));
            });
  }

  @Test
  void refusesWhatIsNotANumber() {
    assertThatThrownBy(() -> new RowBuffer().number(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RowBuffer().number(Double.POSITIVE_INFINITY))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
