package io.aegispcap.stix.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.strings;

import io.aegispcap.stix.json.JsonArray;
import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegisteredNamesTests {

  private static final String ID = "--0b9b1ccf-8a0f-4dc6-9c5c-3e9c4f9c8a3d";

  private final Validator validator = new Validator();

  /// Findings by this rule, of an observable with one property more.
  private List<Finding> warnings(String type, String property, JsonValue value, String rule) {
    JsonObject object =
        JsonObject.of("type", JsonValue.of(type))
            .with("id", JsonValue.of(type + ID))
            .with("name", JsonValue.of("n"))
            .with(property, value);
    return validator.validate(object).warnings().stream()
        .filter(finding -> finding.rule().equals(rule))
        .toList();
  }

  private List<Finding> mediaType(String text) {
    return warnings("file", "mime_type", JsonValue.of(text), "6.1/mime");
  }

  private List<Finding> protocol(String text) {
    return warnings(
        "network-traffic",
        "protocols",
        new JsonArray(List.of(JsonValue.of(text))),
        "6.12/protocols");
  }

  private List<Finding> ipfix(String element) {
    return warnings(
        "network-traffic", "ipfix", JsonObject.of(element, JsonValue.of(1)), "6.12/ipfix");
  }

  private List<Finding> language(String tag) {
    return warnings("software", "languages", new JsonArray(List.of(JsonValue.of(tag))), "3.2/lang");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/pdf",
        "Application/PDF",
        "application/vnd.ms-excel",
        "application/javascript",
        "image/svg+xml",
        "application/x-dosexec",
        "application/x.our-own",
        "application/x-www-form-urlencoded"
      })
  void leavesMediaTypesOfIanaAndPrivateOnesAlone(String text) {
    assertThat(mediaType(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "image/jpg, did you mean 'image/jpeg'?",
    "application/pdff, did you mean 'application/pdf'?",
    "application/vnd.nobody.nothing, 'use a registered one, or x. before a private subtype'",
    "text/html;charset=utf-8, 'write type and subtype, without parameters'",
    "pdf, 'write type and subtype, without parameters'"
  })
  void asksForMediaTypesOfIana(String text, String fix) {
    assertThat(mediaType(text))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.path()).isEqualTo("$.mime_type");
              assertThat(finding.message()).contains("'" + text + "'");
              assertThat(finding.fix()).isEqualTo(fix);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ipv4",
        "tcp",
        "http",
        "dns",
        "tls",
        "ssl",
        "modbus",
        "ethernet-ip-1",
        "EtherNet-IP-1"
      })
  void leavesProtocolsInUseAlone(String text) {
    assertThat(protocol(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "TCP, did you mean 'tcp'?",
    "htpps, did you mean 'https'?",
    "no such, 'use the name that IANA has for it, if there is one'",
    "no-such-proto, 'use the name that IANA has for it, if there is one'"
  })
  void asksForNamesOfServices(String text, String fix) {
    assertThat(protocol(text))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.path()).isEqualTo("$.protocols[0]");
              assertThat(finding.fix()).isEqualTo(fix);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "octetDeltaCount",
        "reverseOctetDeltaCount",
        "VRFname",
        "reverseVRFname",
        "basicList"
      })
  void leavesElementsAndTheirReversesAlone(String element) {
    assertThat(ipfix(element)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "OctetDeltaCount, did you mean 'octetDeltaCount'?",
    "octetDeltaCuont, did you mean 'octetDeltaCount'?",
    "reverseoctetDeltaCount, did you mean 'reverseOctetDeltaCount'?",
    "ReverseOctetDeltaCount, did you mean 'reverseOctetDeltaCount'?",
    "reverse, write the name of an element as in octetDeltaCount",
    "bytes_in, write the name of an element as in octetDeltaCount"
  })
  void asksForElementsAsTheyAreWritten(String element, String fix) {
    assertThat(ipfix(element))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.path()).isEqualTo("$.ipfix." + element);
              assertThat(finding.fix()).isEqualTo(fix);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "en",
        "de-CH-1996",
        "zh-Hant-TW",
        "zh-yue-HK",
        "yue",
        "es-419",
        "sl-rozaj-biske-1994",
        "en-u-ca-buddhist",
        "x-own",
        "de-x-own",
        "qaa-Qaaa-QM",
        "i-klingon",
        "sgn-BE-FR",
        "zh-min-nan"
      })
  void leavesLanguagesOfTheRegistryAlone(String tag) {
    assertThat(language(tag)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "eng, 'has the language eng, which is not registered', did you mean 'en'?",
    "deu-AT, 'has the language deu, which is not registered', did you mean 'de-AT'?",
    "en-Qqqq, 'has the script Qqqq, which is not registered', use subtags that IANA has registered",
    "es-999, 'has the region 999, which is not registered', use subtags that IANA has registered",
    "en-nobody, 'has the variant nobody, which is not registered', use subtags that IANA has registered",
    "de-1996-1996, has the variant 1996 twice, use subtags that IANA has registered",
    "zh-arb, 'has arb, which does not belong behind zh', use subtags that IANA has registered",
    "en-a-bbb, 'has the extension a, which is not registered', use subtags that IANA has registered",
    "en-u-ca-u-co, has the extension u twice, use subtags that IANA has registered"
  })
  void asksForSubtagsOfTheRegistry(String tag, String said, String fix) {
    assertThat(language(tag))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.path()).isEqualTo("$.languages[0]");
              assertThat(finding.message()).isEqualTo("'" + tag + "' " + said);
              assertThat(finding.fix()).isEqualTo(fix);
            });
  }

  /// Whatever is written: one finding at most by each of these rules, and a guess is registered.
  @Test
  void judgesAnyText() {
    qt().withExamples(500)
        .forAll(strings().basicLatinAlphabet().ofLengthBetween(0, 24))
        .checkAssert(
            text -> {
              assertThat(mediaType(text)).hasSizeLessThanOrEqualTo(1);
              for (Finding finding : protocol(text)) {
                String fix = finding.fix();
                if (fix.startsWith("did you mean '")) {
                  assertThat(protocol(fix.substring(14, fix.length() - 2))).isEmpty();
                }
              }
            });
  }
}
