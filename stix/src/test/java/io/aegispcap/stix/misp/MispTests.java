package io.aegispcap.stix.misp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aegispcap.stix.json.JsonArray;
import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonReader;
import io.aegispcap.stix.json.JsonValue;
import io.aegispcap.stix.validation.Validator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MispTests {

  private static final String MD5 = "cead3f77f6cda6ec00f57d76c9a6879f";

  private final MispToStix toStix =
      new MispToStix(() -> UUID.fromString("99999999-9999-4999-8999-999999999999"));
  private final StixToMisp toMisp = new StixToMisp();

  private static JsonObject event(String members) throws Exception {
    return JsonReader.parseObject(
        """
        {"Event":{"uuid":"a6ef17d6-91cb-4a05-b10b-2f045daf874c","info":"An event","date":"2020-10-25",
         "threat_level_id":"1","analysis":"2","timestamp":"1603642920","published":true,"publish_timestamp":"1603642930",
         "Orgc":{"name":"MISP-Project","uuid":"55f6ea65-aa10-4c5a-bf01-4f84950d210f"},%s}}"""
            .formatted(members));
  }

  private static JsonObject attribute(String type, String value, boolean detection) {
    return JsonObject.of("uuid", JsonValue.of("91ae0a21-c7ae-4c7f-b84b-b84a7ce53d1f"))
        .with("type", JsonValue.of(type))
        .with("category", JsonValue.of("Network activity"))
        .with("value", JsonValue.of(value))
        .with("to_ids", JsonValue.of(detection))
        .with("timestamp", JsonValue.of("1603642920"))
        .with("comment", JsonValue.of("seen \"here\""));
  }

  private static List<JsonObject> objects(JsonObject bundle) {
    return bundle.array("objects").stream().flatMap(JsonArray::objects).toList();
  }

  private static JsonObject ofType(JsonObject bundle, String type) {
    return objects(bundle).stream()
        .filter(object -> object.text("type").equals(Optional.of(type)))
        .findFirst()
        .orElseThrow();
  }

  private JsonObject converted(JsonObject attribute) throws Exception {
    JsonObject bundle = toStix.convert(event("\"Attribute\":[" + attribute.toJson() + "]"));
    assertThat(new Validator().validate(bundle).errors()).isEmpty();
    return bundle;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      value = {
        "domain ~ circl.lu ~ [domain-name:value = 'circl.lu']",
        "ip-src ~ 1.2.3.4 ~ [network-traffic:src_ref.type = 'ipv4-addr' AND network-traffic:src_ref.value = '1.2.3.4']",
        "ip-dst ~ 2001:db8::1 ~ [network-traffic:dst_ref.type = 'ipv6-addr' AND network-traffic:dst_ref.value = '2001:db8::1']",
        "ip-dst|port ~ 5.6.7.8|443 ~ [network-traffic:dst_ref.type = 'ipv4-addr' AND network-traffic:dst_ref.value = '5.6.7.8' AND network-traffic:dst_port = 443]",
        "domain|ip ~ circl.lu|149.13.33.14 ~ [domain-name:value = 'circl.lu' AND domain-name:resolves_to_refs[*].value = '149.13.33.14']",
        "filename|md5 ~ a.exe|cead3f77f6cda6ec00f57d76c9a6879f ~ [file:name = 'a.exe' AND file:hashes.MD5 = 'cead3f77f6cda6ec00f57d76c9a6879f']",
        "sha256 ~ aec070645fe53ee3b3763059376134f058cc337247c978add178b6ccdfb0019f ~ [file:hashes.'SHA-256' = 'aec070645fe53ee3b3763059376134f058cc337247c978add178b6ccdfb0019f']",
        "email-src ~ a@example.com ~ [email-message:from_ref.value = 'a@example.com']",
        "email-attachment ~ doc.pdf ~ [email-message:body_multipart[*].body_raw_ref.name = 'doc.pdf']",
        "AS ~ 174 ~ [autonomous-system:number = 174]",
        "regkey|value ~ HKEY_LOCAL_MACHINE\\Run|it's ~ [windows-registry-key:key = 'HKEY_LOCAL_MACHINE\\\\Run' AND windows-registry-key:values[*].data = 'it\\'s']",
        "url ~ https://example.com/a ~ [url:value = 'https://example.com/a']",
        "mutex ~ Global\\m ~ [mutex:name = 'Global\\\\m']",
        "user-agent ~ curl/8 ~ [network-traffic:extensions.'http-request-ext'.request_header.'User-Agent'[*] = 'curl/8']",
      })
  void writesPatternsAndReadsThemAgain(String type, String value, String pattern) throws Exception {
    JsonObject attribute = attribute(type, value, true);
    JsonObject bundle = converted(attribute);
    JsonObject indicator = ofType(bundle, "indicator");
    assertThat(indicator.text("pattern")).contains(pattern);
    assertThat(indicator.text("id")).contains("indicator--91ae0a21-c7ae-4c7f-b84b-b84a7ce53d1f");
    assertThat(indicator.text("valid_from")).contains("2020-10-25T16:22:00.000Z");
    assertThat(back(bundle)).isEqualTo(attribute);
  }

  private JsonObject back(JsonObject bundle) throws Exception {
    JsonObject event = toMisp.convert(bundle).object("Event").orElseThrow();
    List<JsonObject> attributes = event.array("Attribute").orElseThrow().objects().toList();
    assertThat(attributes).hasSize(1);
    return attributes.getFirst();
  }

  /// Every type of the table, as observed data and as an indicator.
  @Test
  void losesNothingOfAnyType() throws Exception {
    for (var each : Mappings.ALL.attributes().entrySet()) {
      String type = each.getKey();
      String value = sample(type);
      for (boolean detection : new boolean[] {true, false}) {
        JsonObject attribute = attribute(type, value, detection);
        assertThat(back(converted(attribute))).as(type).isEqualTo(attribute);
      }
    }
    for (String type : List.of("text", "btc", "snort", "yara", "comment", "no-such-type")) {
      JsonObject attribute = attribute(type, "any | value", !type.equals("text"));
      assertThat(back(converted(attribute))).as(type).isEqualTo(attribute);
    }
    JsonObject broken = attribute("ip-dst", "not an address", true);
    assertThat(back(converted(broken))).isEqualTo(broken);
    JsonObject empty = attribute("md5", "", false);
    assertThat(back(converted(empty))).isEqualTo(empty);
  }

  private static String sample(String type) {
    return java.util.Arrays.stream(type.split("\\|"))
        .map(
            part ->
                switch (part) {
                  case "ip-src", "ip-dst", "ip" -> "198.51.100.3";
                  case "port", "AS" -> "8080";
                  case "md5", "x509-fingerprint-md5" -> MD5;
                  case "sha1", "x509-fingerprint-sha1" -> MD5 + "00000000";
                  case "sha224", "sha3-224" -> "ab".repeat(28);
                  case "sha256", "sha3-256", "x509-fingerprint-sha256" -> MD5 + MD5;
                  case "sha384", "sha3-384" -> MD5 + MD5 + MD5;
                  case "sha512", "sha3-512" -> MD5.repeat(4);
                  case "tlsh" -> "ab".repeat(35);
                  case "ssdeep" -> "3:abc:def";
                  case "url", "uri", "link" -> "https://example.com/x?y=z";
                  case "email", "email-src", "email-dst" -> "a@example.com";
                  case "mac-address" -> "d2:fb:49:24:37:18";
                  case "regkey" -> "HKEY_LOCAL_MACHINE\\a";
                  case "domain", "hostname" -> "example.com";
                  default -> "some-value";
                })
        .collect(java.util.stream.Collectors.joining("|"));
  }

  @Test
  void makesAReportOfAPublishedEventAndBack() throws Exception {
    JsonObject event =
        event(
            "\"Tag\":[{\"name\":\"tlp:amber\"},{\"name\":\"type:OSINT\"}],\"Attribute\":["
                + attribute("domain", "a.example", false).toJson()
                + "]");
    JsonObject bundle = toStix.convert(event);
    JsonObject report = ofType(bundle, "report");
    assertThat(report.text("id")).contains("report--a6ef17d6-91cb-4a05-b10b-2f045daf874c");
    assertThat(report.text("created_by_ref"))
        .contains("identity--55f6ea65-aa10-4c5a-bf01-4f84950d210f");
    assertThat(report.array("object_marking_refs").orElseThrow().items()).hasSize(2);
    assertThat(new Validator().validate(bundle).errors()).isEmpty();
    JsonObject again = toMisp.convert(bundle).object("Event").orElseThrow();
    JsonObject before = event.object("Event").orElseThrow();
    for (String name : before.members().keySet()) {
      assertThat(again.find(name)).as(name).isEqualTo(before.find(name));
    }
  }

  @Test
  void keepsObjectsOfMisp() throws Exception {
    String file =
        "{\"name\":\"file\",\"meta-category\":\"file\",\"uuid\":\"5e384ae7-672c-4250-9cda-3b4da964451a\",\"timestamp\":\"1603642920\","
            + "\"Attribute\":[{\"object_relation\":\"filename\",\"value\":\"a.exe\",\"to_ids\":true},"
            + "{\"object_relation\":\"md5\",\"value\":\"%s\",\"to_ids\":true},".formatted(MD5)
            + "{\"object_relation\":\"size-in-bytes\",\"value\":\"35\",\"to_ids\":true}]}";
    JsonObject bundle =
        toStix.convert(
            event(
                "\"Object\":["
                    + file
                    + ","
                    + file.replace("file\",\"meta", "odd-one\",\"meta")
                        .replace("964451a", "964451b")
                    + "]"));
    assertThat(ofType(bundle, "indicator").text("pattern"))
        .contains(
            "[file:name = 'a.exe' AND file:hashes.MD5 = '%s' AND file:size = 35]".formatted(MD5));
    assertThat(new Validator().validate(bundle).errors()).isEmpty();
    List<JsonObject> back =
        toMisp
            .convert(bundle)
            .object("Event")
            .orElseThrow()
            .array("Object")
            .orElseThrow()
            .objects()
            .toList();
    assertThat(back).hasSize(2);
    assertThat(back.get(0).array("Attribute").orElseThrow().items())
        .isEqualTo(JsonReader.parseObject(file).array("Attribute").orElseThrow().items());
    assertThat(back.get(1).text("name")).contains("odd-one");
  }

  @Test
  void findsAttributesInIndicatorsOfOthers() throws Exception {
    JsonObject bundle =
        JsonReader.parseObject(
            """
            {"type":"bundle","id":"bundle--5d0092c5-5f74-4287-9642-33f4c354e56d","objects":[
             {"type":"indicator","id":"indicator--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f","pattern_type":"stix","pattern":"[url:value = 'http://x.example/']"},
             {"type":"indicator","id":"indicator--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd40","pattern_type":"stix","pattern":"[a:b = 1] FOLLOWEDBY [c:d = 2]"}]}""");
    List<JsonObject> attributes =
        toMisp
            .convert(bundle)
            .object("Event")
            .orElseThrow()
            .array("Attribute")
            .orElseThrow()
            .objects()
            .toList();
    assertThat(attributes.get(0).text("type")).contains("url");
    assertThat(attributes.get(0).text("value")).contains("http://x.example/");
    assertThat(attributes.get(1).text("type")).contains("stix2-pattern");
  }

  @Test
  void refusesWhatIsNoEvent() {
    assertThatThrownBy(() -> toStix.convert(JsonObject.EMPTY)).isInstanceOf(MispException.class);
    assertThatThrownBy(() -> toMisp.convert(JsonObject.EMPTY)).isInstanceOf(MispException.class);
  }
}
