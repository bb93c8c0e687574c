package io.aegispcap.stix.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Texts of a megabyte get their verdict: regular expressions that need a frame of the stack for
/// each turn of a group ended with the whole validation.
class LongTextsTests {

  private static final String ID = "--0b9b1ccf-8a0f-4dc6-9c5c-3e9c4f9c8a3d";
  private static final int TURNS = 200_000;

  private final Validator validator = new Validator();

  private List<String> errors(String type, String members) {
    String json = "{'type':'" + type + "','id':'" + type + ID + "'," + members + "}";
    return validator.validate(json.replace('\'', '"')).errors().stream()
        .map(Finding::rule)
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "software, cpe, cpe:2.3:a:, x, :p:1:*:*:*:*:*:*:*",
        "software, cpe, cpe:2.3:a:, \\\\!, :p:1:*:*:*:*:*:*:*",
        "email-addr, value, a, .a, @example.com",
        "email-addr, value, \\', a, \\'@example.com",
        "email-addr, value, a@b, .c, .d",
        "software, languages, en, -abcde, ||",
        "software, languages, en-u, -abcde, ||",
        "software, languages, en, -u-abcde, ||",
        "software, languages, x, -a, ||"
      })
  void areValidWhenTheyAreOfTheForm(
      String type, String property, String start, String turn, String end) {
    String text = "'" + start + turn.repeat(TURNS) + end + "'";
    String value = property.equals("languages") ? "[" + text + "]" : text;
    assertThat(errors(type, "'name':'n','" + property + "':" + value)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "software, cpe, cpe:2.3:a:, x, :p, 6.14/cpe",
        "email-addr, value, a, .a, @, 6.5/value",
        "software, languages, [en, -abcde, -], 3.2/lang",
        "domain-name, value, a, .a, ||, 6.4/value",
        "mac-addr, value, aa, :aa, ||, 6.10/value",
        "ipv6-addr, value, aa, :aa, ||, 6.9/value"
      })
  void areInvalidWhenTheyAreNot(
      String type, String property, String start, String turn, String end, String rule) {
    boolean list = start.startsWith("[");
    String text = "'" + start.replace("[", "") + turn.repeat(TURNS) + end.replace("]", "") + "'";
    assertThat(errors(type, "'name':'n','" + property + "':" + (list ? "[" + text + "]" : text)))
        .containsExactly(rule);
  }

  @Test
  void areVersionsToo() {
    String version = "1.0.0-a" + ".0a".repeat(TURNS) + "+b" + ".b".repeat(TURNS);
    assertThat(
            errors(
                "extension-definition",
                "'spec_version':'2.1','created':'2020-01-01T00:00:00.000Z',"
                    + "'modified':'2020-01-01T00:00:00.000Z','created_by_ref':'identity"
                    + ID
                    + "','name':'n','schema':'s','extension_types':['new-sdo'],'version':'"
                    + version
                    + "'"))
        .isEmpty();
  }
}
