package io.aegispcap.analysis.detection.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NameShapeTests {

  @Test
  void scoresWordsLowAndNoiseHigh() {
    assertThat(NameShape.randomness("wikipedia")).isLessThan(0);
    assertThat(NameShape.randomness("weatherstation")).isLessThan(0);
    assertThat(NameShape.randomness("xkqvzjwqhx")).isGreaterThan(4);
    assertThat(NameShape.randomness("fouz5t4e504c84td")).isGreaterThan(4);
  }

  @Test
  void isDefinedForAnyText() {
    for (String odd : new String[] {"", "-", "1", "\u00e9\u00e9", "\\200x", "xn--bcher-kva"}) {
      assertThat(NameShape.randomness(odd)).isFinite();
    }
  }

  @Test
  void findsTheLongestLabel() {
    assertThat(NameShape.longestLabel("a.bcd.ef")).isEqualTo("bcd");
    assertThat(NameShape.longestLabel("")).isEmpty();
    assertThat(NameShape.longestLabel("a..")).isEqualTo("a");
  }
}
