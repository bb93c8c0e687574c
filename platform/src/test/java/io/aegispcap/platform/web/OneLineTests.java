package io.aegispcap.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneLineTests {

  @Test
  void keepsWhatPeopleCallThings() {
    for (String name : new String[] {"Zoë O'Neil", "עומר", "می‌خواهم", "👩‍🔬 lab", "<b>"}) {
      assertThat(OneLine.of(" " + name + "\t")).isEqualTo(name);
    }
  }

  @Test
  void takesAwayWhatBreaksLinesOrTurnsThemAround() {
    assertThat(OneLine.of("a\0b\r\nc\u2028d")).isEqualTo("a b c d");
    assertThat(OneLine.of("fdp.\u202egnp.exe")).isEqualTo("fdp. gnp.exe");
    assertThat(OneLine.of("half \ud83d")).isEqualTo("half");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\u200b",
        "\u200b\u00a0\u2060",
        "\ufeff",
        "\u3164",
        "\u2800",
        "\0",
        "\u034f"
      })
  void isEmptyWhenNothingCanBeSeen(String typed) {
    assertThat(OneLine.of(typed)).isEmpty();
  }
}
