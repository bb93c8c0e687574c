package io.aegispcap.analysis.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.strings;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryTests {
  private static final int LAST_BEFORE_SURROGATES = 0xd7ff;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"detector\":\"beaconing\",\"host\":\"10.0.0.0/24\",\"peer\":\"a.example\",\"port\":443,\"reason\":\"why\",\"expires\":\"2027-06-30\"}",
        "{\"detector\":\"*\",\"peer\":\"2001:db8::1\",\"reason\":\"\\\"quoted\\\" \\u0000\"}",
        "{\"device\":\"10.0.7.0/24\",\"kind\":\"mail-server\",\"reason\":\"ours\"}"
      })
  void isWrittenAsItWasRead(String line) {
    assertThat(Entry.parse("here", line).line()).isEqualTo(line);
  }

  /// Whatever the reason says, it is one line that is read as the same entry.
  @Test
  void isReadAsItWasWritten() {
    qt().forAll(
            strings().betweenCodePoints(0, LAST_BEFORE_SURROGATES).ofLengthBetween(1, 60),
            integers().between(0, 65_535))
        .assuming((reason, port) -> !reason.isBlank())
        .check(
            (reason, port) -> {
              Entry entry =
                  Entry.of(
                      "here", Map.of("detector", "a", "port", (double) port, "reason", reason));
              return entry.line().lines().count() == 1
                  && Entry.parse("here", entry.line()).equals(entry);
            });
  }

  @Test
  void expiresTheDayAfterItsLast() {
    Entry entry =
        Entry.parse("x", "{'detector':'a','reason':'b','expires':'2026-11-28'}".replace('\'', '"'));
    assertThat(entry.expired(LocalDate.of(2026, 11, 28))).isFalse();
    assertThat(entry.expired(LocalDate.of(2026, 11, 29))).isTrue();
  }

  @Test
  void saysWhichLineIsWrong() {
    assertThatThrownBy(() -> AllowList.parse("x", List.of("# ours", "", "{\"detector\":\"a\"}")))
        .isInstanceOfSatisfying(
            WrongLineException.class, wrong -> assertThat(wrong.line()).isEqualTo(3))
        .hasMessage("\"reason\" is missing");
  }
}
