package io.aegispcap.stix.pattern.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import io.aegispcap.stix.json.JsonReader;
import io.aegispcap.stix.pattern.Pattern;
import io.aegispcap.stix.pattern.PatternSyntaxException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiteralsTests {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "evil, evil",
        "^evil\\.exe$, evil.exe",
        "a+bc, bc",
        "abc?d, ab",
        "ab{0}cd, cd",
        "x(abc)?yz, yz",
        "abcd[efg|]hi, abcd",
        "ab[]|]cde, cde",
        "ab[[:alpha:]]cde, cde",
        "abc|def, \"\"",
        "(?i)abc, \"\"",
        "ab(c|d)efg, efg",
        "abc\\x41de, abc",
        "abc\\x41|de, \"\"",
        "ab\\dcde, cde",
        "abc[[:foo:]|d], \"\"",
        "abc[\\c]:]def, \"\"",
        "abc[\\Q]def\\E], \"\"",
      })
  void readsWhatIsNeeded(String expression, String literal) {
    assertThat(Literals.ofRegex(expression)).isEqualTo(literal);
  }

  @Test
  void readsBetweenWildcards() {
    assertThat(Literals.ofLike("%ab_cde%")).isEqualTo("cde");
    assertThat(Literals.ofLike("%_")).isEmpty();
  }

  /// What an expression finds contains what it is said to need.
  @Test
  @Tag("property")
  void neverAsksForMoreThanTheExpressionDoes() {
    qt().withExamples(5_000)
        .forAll(longs().all())
        .check(
            seed -> {
              Random random = new Random(seed);
              String expression = made("abc|()[]^?*+{}1,.\\$:-", 14, random);
              String text = made("abc", 8, random);
              try {
                return !BoundedRegex.of(expression).holds(text)
                    || text.contains(Literals.ofRegex(expression));
              } catch (UnmatchableException broken) {
                return true;
              }
            });
  }

  private static String made(String alphabet, int longest, Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(longest); i >= 0; i--) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }

  /// An index of many patterns finds those that match one by one.
  @Test
  @Tag("property")
  void indexesWhatMatches() {
    qt().withExamples(300)
        .forAll(longs().all())
        .check(
            seed -> {
              Random random = new Random(seed);
              try {
                return agrees(random);
              } catch (UnmatchableException | PatternSyntaxException | IOException e) {
                throw new IllegalStateException(e);
              }
            });
  }

  private static boolean agrees(Random random)
      throws UnmatchableException, PatternSyntaxException, IOException {
    Observations observations =
        Observations.of(
            List.of(
                JsonReader.parse(
                    """
                    {"type":"observed-data","first_observed":"2020-01-01T00:00:00Z",
                     "last_observed":"2020-01-01T00:00:00Z","number_observed":1,"objects":{
                      "0":{"type":"a","b":"%s","c":%d},"1":{"type":"d","b":"10.%d.%d.1"}}}\
                    """
                        .formatted(
                            made("abc", 8, random),
                            random.nextInt(4),
                            random.nextInt(3),
                            random.nextInt(3)))));
    PatternIndex<String> index = new PatternIndex<>();
    List<String> matching = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      String pattern = pattern(random);
      index.add(Pattern.parse(pattern), pattern);
      if (PatternMatcher.of(Pattern.parse(pattern)).match(observations).matched()) {
        matching.add(pattern);
      }
    }
    return index.matching(observations).equals(matching);
  }

  private static String pattern(Random random) {
    String not = random.nextInt(4) == 0 ? " NOT" : "";
    String one =
        switch (random.nextInt(6)) {
          case 0 -> "[a:b%s = '%s']".formatted(not, made("abc", 3, random));
          case 1 -> "[a:b%s LIKE '%%%s%%']".formatted(not, made("abc_", 5, random));
          case 2 -> "[a:b%s MATCHES '%s']".formatted(not, made("abc.", 5, random));
          case 3 -> "[a:c%s IN (%d, 2.0)]".formatted(not, random.nextInt(4));
          case 4 ->
              "[d:b%s ISSUBSET '10.%d.0.0/%d']"
                  .formatted(not, random.nextInt(3), 8 * (1 + random.nextInt(2)));
          default -> "[a:b LIKE 'a%%' AND a:c%s = %d]".formatted(not, random.nextInt(4));
        };
    return switch (random.nextInt(4)) {
      case 0 -> one + " OR " + pattern(random);
      case 1 -> one + " AND [a:c >= 0 OR d:b != 'x']";
      default -> one;
    };
  }
}
