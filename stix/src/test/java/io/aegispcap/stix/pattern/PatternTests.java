package io.aegispcap.stix.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PatternTests {

  static Stream<String> lines() throws IOException {
    try (InputStream in = PatternTests.class.getResourceAsStream("grammar.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("lines")
  void acceptsAndRefusesAsTheSpecificationSays(String line) throws Exception {
    if (line.startsWith("+")) {
      String text = line.substring(2);
      assertThat(PatternCheck.errors(text)).isEmpty();
      Pattern pattern = Pattern.parse(text);
      assertThat(Pattern.parse(pattern.toString())).isEqualTo(pattern);
      assertThat(PatternCheck.errors(pattern.toString())).isEmpty();
      assertThat(pattern.equivalentTo(pattern.normalized())).isTrue();
    } else {
      int hash = line.lastIndexOf(" ## ");
      List<PatternError> errors = PatternCheck.errors(line.substring(2, hash));
      assertThat(errors).isNotEmpty();
      assertThat(errors.getFirst().message()).contains(line.substring(hash + 4));
    }
  }

  @Test
  void saysWhere() {
    assertThat(PatternCheck.errors("[a:b = 1]\n  AND [c:d ~ 2]"))
        .containsExactly(
            new PatternError(2, 12, "expected a comparison operator, '.' or '[', found ~"));
    assertThat(PatternCheck.errors("[a:b = '\uD83D\uDE00' x]").getFirst().column()).isEqualTo(12);
  }

  @Test
  void refusesNestingThatWouldExhaustTheStack() {
    assertThat(PatternCheck.errors("(".repeat(100_000)).getFirst().message()).contains("nested");
    assertThat(PatternCheck.errors("[" + "(".repeat(100_000)).getFirst().message())
        .contains("nested");
  }

  @Test
  void readsLineFeedsInBinaryConstants() throws Exception {
    assertThat(Pattern.parse("[a:b = b'AB\nI=']")).isEqualTo(Pattern.parse("[a:b = b'ABI=']"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      value = {
        "[a:b = 1] ~ [ a:b == 1.0 ]",
        "[a:b NOT = 1] ~ [a:b != 1]",
        "[a:b NOT != 1] ~ [a:b = 1]",
        "[a:b = 1 OR a:b = 2] ~ [a:b = 2 OR a:b = 1 OR a:b = 2]",
        "[a:b IN (1, 2)] ~ [a:b = 2 OR a:b = 1]",
        "[a:b IN ('x')] ~ [a:b = 'x']",
        "[a:b = 1 AND (a:c = 2 OR a:d = 3)] ~ [a:d = 3 AND a:b = 1 OR a:b = 1 AND a:c = 2]",
        "[a:b = 1 OR a:b = 1 AND a:c = 2] ~ [a:b = 1]",
        "[a:b = 1] AND [c:d = 2] ~ [c:d = 2] AND [a:b = 1]",
        "[a:b = 1] OR [a:b = 1] AND [c:d = 2] ~ [a:b = 1]",
        "[a:b = 1] OR ([a:b = 1] FOLLOWEDBY [c:d = 2]) ~ [a:b = 1]",
        "([a:b = 1] OR [c:d = 2]) FOLLOWEDBY [e:f = 3] ~ ([a:b = 1] FOLLOWEDBY [e:f = 3]) OR ([c:d = 2] FOLLOWEDBY [e:f = 3])",
        "[a:b = h'4142'] ~ [a:b = b'QUI=']",
        "[a:b = t'2020-01-01T00:00:00Z'] ~ [a:b = t'2020-01-01T00:00:00.000Z']",
        "[ipv4-addr:value = '10.1.2.3/8'] ~ [ipv4-addr:value = '10.0.0.0/8']",
        "[ipv4-addr:value = '10.1.2.3/32'] ~ [ipv4-addr:value = '10.1.2.3']",
        "[windows-registry-key:key = 'HKEY_LOCAL_MACHINE\\\\A'] ~ [windows-registry-key:key = 'hkey_local_machine\\\\a']",
        "[windows-registry-key:values[0].name = 'Run'] ~ [windows-registry-key:values[0].name = 'RUN']",
        "[ipv4-addr:value = '01.02.03.04/024'] ~ [ipv4-addr:value = '01.02.03.04/024']",
        "[ipv4-addr:value = '01.02.03.00/24'] ~ [ipv4-addr:value = '1.2.3.4/24']",
        "([a:b = 1] FOLLOWEDBY [a:b = 2]) OR (([a:b = 1] FOLLOWEDBY [a:b = 2]) AND [a:b = 3]) ~ [a:b = 1] FOLLOWEDBY [a:b = 2]",
        "[(a:b = 1 OR a:b = 2) AND (a:b = 3 OR a:b = 2 OR a:b = 1)] ~ [a:b = 1 OR a:b = 2]",
        "[a:b = 1] WITHIN 5.0 SECONDS ~ ([a:b = 1]) WITHIN 5 SECONDS",
      })
  void knowsEquivalents(String one, String other) throws Exception {
    assertThat(Pattern.parse(one).equivalentTo(Pattern.parse(other))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      value = {
        "[a:b = 1] ~ [a:b = 2]",
        "[a:b = 1] ~ [a:b = '1']",
        "[a:b = 'x'] ~ [a:b = 'X']",
        "[a:b = 1] AND [a:b = 1] ~ [a:b = 1]",
        "[a:b = 1] FOLLOWEDBY [c:d = 2] ~ [c:d = 2] FOLLOWEDBY [a:b = 1]",
        "[a:b = 1 AND a:c = 2] ~ [a:b = 1] AND [a:c = 2]",
        "[a:b = 1] WITHIN 5 SECONDS ~ [a:b = 1]",
        "[a:b NOT > 1] ~ [a:b <= 1]",
        "[windows-registry-key:values[0].data = 'a'] ~ [windows-registry-key:values[0].data = 'A']",
        "[windows-registry-key:values[0].name = 'a'] ~ [windows-registry-key:values[1].name = 'a']",
        "[ipv4-addr:value = '010.2.3.4'] ~ [ipv4-addr:value = '10.2.3.4']",
        "[a:b NOT IN (1, 2)] ~ [a:b IN (1, 2)]",
      })
  void knowsWhatIsNotEquivalent(String one, String other) throws Exception {
    assertThat(Pattern.parse(one).equivalentTo(Pattern.parse(other))).isFalse();
  }

  @Test
  void normalizesWithoutExploding() throws Exception {
    StringBuilder text = new StringBuilder("[(a:b = 0 OR a:c = 0)");
    for (int i = 1; i < 60; i++) {
      text.append(" AND (a:b = ").append(i).append(" OR a:c = ").append(i).append(")");
    }
    Pattern pattern = Pattern.parse(text.append("]").toString());
    assertThat(pattern.equivalentTo(pattern)).isTrue();
  }
}
