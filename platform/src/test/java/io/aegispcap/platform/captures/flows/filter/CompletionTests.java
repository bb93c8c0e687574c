package io.aegispcap.platform.captures.flows.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CompletionTests {

  /// @param text with `|` for the cursor
  private static Completion at(String text) {
    return Completion.at(text.replace("|", ""), text.indexOf('|'));
  }

  private static List<String> texts(String text) {
    return at(text).suggestions().stream().map(Suggestion::text).toList();
  }

  @Test
  void namesFieldsAtTheBeginning() {
    assertThat(texts("|")).startsWith("host", "src", "dst", "port");
  }

  @Test
  void namesFieldsThatBeginSo() {
    assertThat(texts("host == 10.0.0.5 and dns|")).startsWith("dns", "dns.type");
  }

  @Test
  void namesTheOperatorsOfTheField() {
    assertThat(texts("host |")).containsExactly("==", "!=", "in");
    assertThat(texts("name |")).contains("contains", "matches");
    assertThat(texts("bytes >|")).containsExactly(">", ">=");
  }

  @Test
  void namesValues() {
    assertThat(texts("state == RS|")).containsExactly("RSTO", "RSTR", "RSTOS0", "RSTRH");
    assertThat(at("host == 10|").valuesOf()).contains(Fields.find("host").orElseThrow());
    assertThat(at("proto in (dns, |").valuesOf()).contains(Fields.find("proto").orElseThrow());
  }

  @Test
  void namesWhatJoinsConditions() {
    assertThat(texts("port == 53 |")).containsExactly("and", "or");
    assertThat(texts("(port == 53 |")).containsExactly("and", "or", ")");
  }

  @Test
  void replacesTheWholeWord() {
    Completion completion = at("po|rt == 53");
    assertThat(completion.from()).isZero();
    assertThat(completion.to()).isEqualTo(4);
    assertThat(completion.prefix()).isEqualTo("po");
  }

  @Test
  void saysNothingBehindAMistake() {
    assertThat(texts("hsot == 1 and |")).isEmpty();
  }
}
