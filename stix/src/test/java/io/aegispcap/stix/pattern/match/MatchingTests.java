package io.aegispcap.stix.pattern.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aegispcap.stix.json.JsonArray;
import io.aegispcap.stix.json.JsonReader;
import io.aegispcap.stix.json.JsonValue;
import io.aegispcap.stix.json.MalformedJsonException;
import io.aegispcap.stix.pattern.Pattern;
import io.aegispcap.stix.pattern.PatternSyntaxException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MatchingTests {

  record Case(String observations, char sign, String pattern, List<String> named, String data) {
    @Override
    public String toString() {
      return observations + " " + sign + " " + pattern;
    }
  }

  private static final java.util.regex.Pattern NAMED =
      java.util.regex.Pattern.compile(". (.*?)(?: =((?: observed-data\\S+)*))?");

  static Stream<Case> cases() throws IOException {
    try (InputStream in =
        MatchingTests.class.getResourceAsStream("/io/aegispcap/stix/pattern/matching.txt")) {
      List<Case> cases = new ArrayList<>();
      String name = "";
      StringBuilder data = new StringBuilder();
      boolean inData = false;
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        if (line.startsWith("observations ")) {
          name = line.substring("observations ".length());
          data = new StringBuilder();
          inData = true;
        } else if (inData) {
          inData = !line.isBlank();
          data.append(line).append('\n');
        } else if (!line.isBlank() && !line.startsWith("#")) {
          Matcher named = NAMED.matcher(line);
          named.matches();
          List<String> ids =
              named.group(2) == null
                  ? List.of("?")
                  : Arrays.stream(named.group(2).split(" ")).filter(id -> !id.isBlank()).toList();
          String pattern = named.group(1);
          cases.add(new Case(name, line.charAt(0), pattern, ids, data.toString()));
        }
      }
      return cases.stream();
    }
  }

  private static Observations observations(String json)
      throws MalformedJsonException, UnmatchableException {
    return Observations.of(((JsonArray) JsonReader.parse(json)).items());
  }

  private static Match match(String pattern, Observations observations)
      throws PatternSyntaxException, UnmatchableException {
    return PatternMatcher.of(Pattern.parse(pattern)).match(observations);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void answersAsTheSpecificationSays(Case one) throws Exception {
    Observations observations = observations(one.data());
    switch (one.sign()) {
      case '+' -> {
        Match match = match(one.pattern(), observations);
        assertThat(match.matched()).isTrue();
        if (!one.named().equals(List.of("?"))) {
          assertThat(match.observed()).isEqualTo(one.named());
        }
      }
      case '-' -> assertThat(match(one.pattern(), observations)).isEqualTo(Match.NONE);
      default ->
          assertThatThrownBy(() -> match(one.pattern(), observations))
              .isInstanceOfAny(UnmatchableException.class, PatternSyntaxException.class);
    }
  }

  /// What is printed and what is normal matches as what was written.
  @ParameterizedTest
  @MethodSource("cases")
  void answersTheSameWhenPrintedAndNormalized(Case one) throws Exception {
    if (one.sign() == '!') {
      return;
    }
    Observations observations = observations(one.data());
    Pattern pattern = Pattern.parse(one.pattern());
    Pattern printed = Pattern.parse(pattern.toString());
    assertThat(printed).isEqualTo(pattern);
    Pattern normal = Pattern.parse(pattern.normalized().toString());
    assertThat(PatternMatcher.of(normal).match(observations).matched())
        .isEqualTo(one.sign() == '+');
    assertThat(normal.equivalentTo(pattern)).isTrue();
  }

  /// The index finds what matching each pattern finds.
  @ParameterizedTest
  @MethodSource("cases")
  void findsTheSameByIndex(Case one) throws Exception {
    if (one.sign() == '!') {
      return;
    }
    PatternIndex<String> index = new PatternIndex<>();
    index.add(Pattern.parse("[nothing:of = 'the kind']"), "other");
    index.add(Pattern.parse(one.pattern()), "this");
    assertThat(index.matching(observations(one.data())))
        .isEqualTo(one.sign() == '+' ? List.of("this") : List.of());
  }

  @Test
  void boundsRegularExpressions() throws Exception {
    Observations observations =
        observations(
            "[{\"type\":\"observed-data\",\"objects\":{\"0\":{\"type\":\"a\",\"b\":\"%s!\"}}}]"
                .formatted("a".repeat(60)));
    assertThatThrownBy(() -> match("[a:b MATCHES '^(.*a){25}b$']", observations))
        .isInstanceOf(UnmatchableException.class)
        .hasMessageContaining("too many steps");
    Observations longer =
        observations(
            "[{\"type\":\"observed-data\",\"objects\":{\"0\":{\"type\":\"a\",\"b\":\"%s!\"}}}]"
                .formatted("ab".repeat(200_000)));
    assertThatThrownBy(() -> match("[a:b MATCHES '^(a|b)*$']", longer))
        .isInstanceOf(UnmatchableException.class);
  }

  @Test
  void finishesWhereManyCombinationsAreTried() throws Exception {
    List<JsonValue> values = new ArrayList<>();
    for (int i : IntStream.range(0, 20).toArray()) {
      values.add(
          JsonReader.parse(
              """
              {"type":"observed-data","id":"observed-data--%1$d","number_observed":1,
               "first_observed":"2020-01-01T00:00:%1$02dZ","last_observed":"2020-01-01T00:00:%1$02dZ",
               "objects":{"0":{"type":"p","age":%1$d}}}"""
                  .formatted(i)));
    }
    Observations observations = Observations.of(values);
    for (String pattern :
        List.of(
            "[p:age < 20] REPEATS 10 TIMES",
            "[p:age < 20] REPEATS 10 TIMES WITHIN 10 SECONDS",
            "[p:age < 20] REPEATS 10 TIMES FOLLOWEDBY [p:age < 20]",
            "[p:age < 20] REPEATS 5 TIMES REPEATS 2 TIMES",
            "([p:age < 20] FOLLOWEDBY [p:age > 5]) REPEATS 10 TIMES",
            String.join(" AND ", java.util.Collections.nCopies(10, "[p:age < 20]")))) {
      assertThat(match(pattern, observations).matched()).as(pattern).isTrue();
    }
    assertThat(match("[p:age < 20] REPEATS 10 TIMES WITHIN 9 SECONDS", observations).matched())
        .isFalse();
  }
}
