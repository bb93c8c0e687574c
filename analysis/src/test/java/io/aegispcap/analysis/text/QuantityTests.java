package io.aegispcap.analysis.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuantityTests {

  @Test
  void namesOneAndMany() {
    assertThat(Quantity.of(1, "packet")).isEqualTo("1 packet");
    assertThat(Quantity.of(5_160_000, "packet")).isEqualTo("5,160,000 packets");
  }

  @Test
  void namesTheTwoLargestUnitsOfTime() {
    assertThat(Quantity.duration(12_000)).isEqualTo("12 µs");
    assertThat(Quantity.duration(120_000_000)).isEqualTo("120 ms");
    assertThat(Quantity.duration(1_000_000_000)).isEqualTo("1.0 s");
    assertThat(Quantity.duration(45_000_000_000L)).isEqualTo("45 s");
    assertThat(Quantity.duration(7_500_000_000_000L)).isEqualTo("2 h 5 min");
    assertThat(Quantity.duration(82_800_000_000_000L)).isEqualTo("23 h");
  }
}
