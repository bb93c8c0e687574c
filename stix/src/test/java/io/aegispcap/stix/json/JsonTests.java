package io.aegispcap.stix.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTests {

  /// Of RFC 8785, appendix B, as bits of doubles.
  @ParameterizedTest
  @CsvSource({
    "0000000000000000,0",
    "8000000000000000,0",
    "0000000000000001,5e-324",
    "8000000000000001,-5e-324",
    "7fefffffffffffff,1.7976931348623157e+308",
    "ffefffffffffffff,-1.7976931348623157e+308",
    "4340000000000000,9007199254740992",
    "c340000000000000,-9007199254740992",
    "4430000000000000,295147905179352830000",
    "44b52d02c7e14af5,9.999999999999997e+22",
    "44b52d02c7e14af6,1e+23",
    "44b52d02c7e14af7,1.0000000000000001e+23",
    "444b1ae4d6e2ef4e,999999999999999700000",
    "444b1ae4d6e2ef4f,999999999999999900000",
    "444b1ae4d6e2ef50,1e+21",
    "3eb0c6f7a0b5ed8c,9.999999999999997e-7",
    "3eb0c6f7a0b5ed8d,0.000001",
    "41b3de4355555553,333333333.3333332",
    "41b3de4355555554,333333333.33333325",
    "41b3de4355555555,333333333.3333333",
    "41b3de4355555556,333333333.3333334",
    "41b3de4355555557,333333333.33333343",
    "becbf647612f3696,-0.0000033333333333333333",
    "43143ff3c1cb0959,1424953923781206.2"
  })
  void writesNumbersAsEcmaScript(String bits, String text) {
    StringBuilder written = new StringBuilder();
    EcmaScriptNumber.append(Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16)), written);
    assertThat(written).hasToString(text);
  }

  /// Of RFC 8785, 3.2.2 and 3.2.3.
  @Test
  void writesOneTextForOneValue() throws Exception {
    assertThat(
            CanonicalJson.of(
                JsonReader.parse(
                    """
                    {"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],
                     "string":"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}""")))
        .isEqualTo(
            "{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    assertThat(
            CanonicalJson.of(
                JsonReader.parse(
                    "{\"\\ufb33\":1,\"\\ud83d\\ude00\":2,\"\\u20ac\":3,\"\\r\":4,\"1\":5}")))
        .isEqualTo("{\"\\r\":4,\"1\":5,\"€\":3,\"😀\":2,\"\ufb33\":1}");
  }

  @Test
  void keepsEveryDigit() throws Exception {
    String json = "{\"a\":1.50,\"b\":12345678901234567890,\"c\":-0.0,\"d\":1E5}";
    assertThat(JsonReader.parse(json).toJson()).isEqualTo(json);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[1,]",
        "{\"a\":1,\"a\":2}",
        "{\"a\":{\"b\":1,\"b\":1}}",
        "{} {}",
        "nul",
        "01",
        "+1",
        ".5",
        "NaN",
        "\"\\ud800\"",
        "\"\\udc00\\ud800\"",
        "{\"\\ud800\":1}",
        "1e999",
        "\"a\nb\"",
        "'a'",
        "{a:1}",
        "[1 2]"
      })
  void refusesWhatIsNoJson(String text) {
    assertThatThrownBy(() -> JsonReader.parse(text))
        .isInstanceOf(MalformedJsonException.class)
        .hasMessageMatching("(?s)line \\d+, column \\d+: .+");
  }

  @Test
  void refusesDepthThatWouldExhaustTheStack() {
    assertThatThrownBy(() -> JsonReader.parse("[".repeat(100_000)))
        .isInstanceOf(MalformedJsonException.class);
  }

  @Test
  void saysWhere() {
    assertThatThrownBy(() -> JsonReader.parse("{\"a\":1,\n \"b\":2,\n \"a\":3}"))
        .hasMessageStartingWith("line 3, ")
        .hasMessageContaining("'a' stands twice");
  }

  /// Found by fuzzing.
  @Test
  void refusesEncodingsThatThereAreNot() {
    byte[] odd = {0, 0, '1', 0};
    assertThatThrownBy(() -> JsonReader.parse(odd)).isInstanceOf(MalformedJsonException.class);
    assertThatThrownBy(() -> JsonReader.of(new java.io.ByteArrayInputStream(odd)).close())
        .isInstanceOf(java.io.IOException.class);
  }
}
