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
    for (Reading reading : Mappings.ALL.readings()) {
      String type = reading.type();
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
    assertThat(report.array("object_marking_refs").orElseThrow().items()).hasSize(1);
    assertThat(report.array("labels").orElseThrow().texts()).contains("type:OSINT");
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      value = {
        "[ipv4-addr:value = '198.51.100.3'] ~ ip-dst ~ 198.51.100.3",
        "[ipv6-addr:value = '2001:db8::1'] ~ ip-dst ~ 2001:db8::1",
        "[network-traffic:src_ref.value = '198.51.100.3'] ~ ip-src ~ 198.51.100.3",
        "[network-traffic:dst_ref.value = '198.51.100.3' AND network-traffic:dst_port = 80] ~ ip-dst|port ~ 198.51.100.3|80",
        "[domain-name:value = 'h.example' AND network-traffic:dst_port = '80'] ~ hostname|port ~ h.example|80",
        "[autonomous-system:number = '174'] ~ AS ~ 174",
        "[file:name = 'a' AND file:hashes.SHA1 = '2920d5e6c579fce772e5506caf03af65579088bd'] ~ filename|sha1 ~ a|2920d5e6c579fce772e5506caf03af65579088bd",
        "[file:hashes.'sha-256' = 'aec070645fe53ee3b3763059376134f058cc337247c978add178b6ccdfb0019f'] ~ sha256 ~ aec070645fe53ee3b3763059376134f058cc337247c978add178b6ccdfb0019f",
        "[email-message:additional_header_fields.reply_to = 'a@example.com'] ~ email-reply-to ~ a@example.com",
        "[email-message:received_lines = 'from a'] ~ email-header ~ from a",
      })
  void readsPatternsOfOthers(String pattern, String type, String value) throws Exception {
    JsonObject attribute = back(bundleOf(pattern));
    assertThat(attribute.text("type")).contains(type);
    assertThat(attribute.text("value")).contains(value);
  }

  private static JsonObject bundleOf(String pattern) {
    JsonObject indicator =
        JsonObject.of("type", JsonValue.of("indicator"))
            .with("id", JsonValue.of("indicator--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f"))
            .with("pattern_type", JsonValue.of("stix"))
            .with("pattern", JsonValue.of(pattern));
    return JsonObject.of("type", JsonValue.of("bundle"))
        .with("objects", new JsonArray(List.of(indicator)));
  }

  @Test
  void makesAnAttributeOfEachAlternative() throws Exception {
    JsonObject bundle =
        bundleOf(
            "[url:value = 'http://a.example/' OR url:value = 'http://b.example/'] OR [domain-name:value = 'c.example']");
    List<JsonObject> attributes =
        toMisp
            .convert(bundle)
            .object("Event")
            .flatMap(event -> event.array("Attribute"))
            .orElseThrow()
            .objects()
            .toList();
    assertThat(attributes.stream().map(each -> each.text("value").orElseThrow()))
        .containsExactly("http://a.example/", "http://b.example/", "c.example");
    assertThat(attributes.stream().map(each -> each.text("uuid").orElseThrow()))
        .doesNotHaveDuplicates();
  }

  @Test
  void takesNumbersOfAutonomousSystemsOutOfTheirNames() throws Exception {
    JsonObject bundle = converted(attribute("AS", "AS174", true));
    assertThat(ofType(bundle, "indicator").text("pattern"))
        .contains("[autonomous-system:number = 174]");
    assertThat(back(bundle).text("value")).contains("174");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "mac-address ~ D2-FB-49-24-37-18 ~ d2:fb:49:24:37:18",
        "regkey ~ HKLM\\Software ~ HKEY_LOCAL_MACHINE\\Software",
        "regkey|value ~ hkcu\\Run|HKCU ~ HKEY_CURRENT_USER\\Run|HKCU",
      })
  void spellsAsStixDoes(String type, String value, String spelled) throws Exception {
    for (boolean detection : new boolean[] {true, false}) {
      JsonObject bundle = converted(attribute(type, value, detection));
      assertThat(objects(bundle).stream().flatMap(object -> object.text("type").stream()))
          .doesNotContain("x-misp-attribute");
      assertThat(back(bundle).text("value")).contains(spelled);
    }
  }

  @Test
  void keepsFilesWithTheirData() throws Exception {
    for (boolean detection : new boolean[] {true, false}) {
      for (String type : List.of("attachment", "malware-sample", "text")) {
        String value = type.equals("attachment") ? "a.zip" : "a.zip|" + MD5;
        JsonObject attribute =
            attribute(type, value, detection).with("data", JsonValue.of("dGVzdA=="));
        JsonObject again = back(converted(attribute));
        assertThat(again.without("data")).isEqualTo(attribute.without("data"));
        assertThat(again.text("data")).contains("dGVzdA==");
      }
    }
    assertThat(
            ofType(
                    converted(
                        attribute("attachment", "a.zip", true)
                            .with("data", JsonValue.of("dGVzdA=="))),
                    "indicator")
                .text("pattern"))
        .contains("[file:name = 'a.zip' AND file:content_ref.payload_bin = 'dGVzdA==']");
  }

  @Test
  void keepsWhenThingsWereSeenAndHowTheyAreTagged() throws Exception {
    JsonArray tags =
        new JsonArray(
            List.of(
                JsonObject.of("name", JsonValue.of("tlp:red")),
                JsonObject.of("name", JsonValue.of("osint:source-type=\"blog-post\""))));
    for (boolean detection : new boolean[] {true, false}) {
      JsonObject attribute =
          attribute("domain", "a.example", detection)
              .with("first_seen", JsonValue.of("2020-10-01T10:00:00.500000+00:00"))
              .with("last_seen", JsonValue.of("2020-10-02T10:00:00.000000+00:00"))
              .with("Tag", tags);
      JsonObject bundle = converted(attribute);
      JsonObject again = back(bundle);
      for (String name : attribute.members().keySet()) {
        assertThat(again.find(name)).as(name).isEqualTo(attribute.find(name));
      }
      if (detection) {
        assertThat(ofType(bundle, "indicator").text("valid_from"))
            .contains("2020-10-01T10:00:00.500Z");
      } else {
        assertThat(ofType(bundle, "observed-data").text("last_observed"))
            .contains("2020-10-02T10:00:00Z");
      }
    }
  }

  @Test
  void makesObjectsOfGalaxiesAndBack() throws Exception {
    JsonObject event =
        event(
            """
            "Tag":[{"name":"misp-galaxy:mitre-attack-pattern=\\"Code Signing - T1116\\""},
             {"name":"misp-galaxy:mitre-malware=\\"BISCUIT - S0017\\""}],
            "Galaxy":[{"type":"mitre-malware","name":"Malware","description":"Software","GalaxyCluster":[
             {"uuid":"b8eb28e4-48a6-40ae-951a-328714f75eda","type":"mitre-malware","value":"BISCUIT - S0017",
              "description":"A backdoor.","meta":{"external_id":["S0017"],"refs":["https://example.com/a"],"synonyms":["BISCUIT"]}}]},
             {"type":"no-such-galaxy","name":"x","GalaxyCluster":[{"value":"y"}]}]""");
    JsonObject bundle = toStix.convert(event);
    assertThat(new Validator().validate(bundle).errors()).isEmpty();
    JsonObject malware = ofType(bundle, "malware");
    assertThat(malware.text("id")).contains("malware--b8eb28e4-48a6-40ae-951a-328714f75eda");
    assertThat(malware.text("description")).contains("Software | A backdoor.");
    JsonObject report = ofType(bundle, "report");
    assertThat(report.array("object_refs").orElseThrow().texts())
        .containsExactly("malware--b8eb28e4-48a6-40ae-951a-328714f75eda");
    assertThat(report.array("labels").orElseThrow().texts())
        .contains("misp-galaxy:mitre-attack-pattern=\"Code Signing - T1116\"")
        .doesNotContain("misp-galaxy:mitre-malware=\"BISCUIT - S0017\"");
    JsonObject again = toMisp.convert(bundle).object("Event").orElseThrow();
    JsonObject galaxy = again.array("Galaxy").orElseThrow().objects().toList().getFirst();
    assertThat(galaxy.text("type")).contains("mitre-malware");
    assertThat(galaxy.text("description")).contains("Software");
    JsonObject cluster = galaxy.array("GalaxyCluster").orElseThrow().objects().toList().getFirst();
    JsonObject before =
        event
            .object("Event")
            .orElseThrow()
            .array("Galaxy")
            .orElseThrow()
            .objects()
            .toList()
            .getFirst()
            .array("GalaxyCluster")
            .orElseThrow()
            .objects()
            .toList()
            .getFirst();
    for (String name : before.members().keySet()) {
      assertThat(cluster.find(name)).as(name).isEqualTo(before.find(name));
    }
    assertThat(again.array("Attribute").orElseThrow().items()).isEmpty();
  }

  @Test
  void saysOfAnEmptyEventThatItIsEmpty() throws Exception {
    JsonObject bundle = toStix.convert(event("\"Attribute\":[]"));
    assertThat(new Validator().validate(bundle).errors()).isEmpty();
    assertThat(ofType(bundle, "note").text("id"))
        .contains("note--a6ef17d6-91cb-4a05-b10b-2f045daf874c");
    assertThat(ofType(bundle, "note").array("object_refs").orElseThrow().texts())
        .containsExactly("report--a6ef17d6-91cb-4a05-b10b-2f045daf874c");
    assertThat(ofType(bundle, "report").array("object_refs").orElseThrow().texts())
        .containsExactly("note--a6ef17d6-91cb-4a05-b10b-2f045daf874c");
  }

  @Test
  void makesVulnerabilitiesAndCampaignsOfTheirNames() throws Exception {
    for (String value : List.of("CVE-2017-11774", "GHSA-cph5-m8f7-6c5x")) {
      JsonObject attribute = attribute("vulnerability", value, false);
      JsonObject bundle = converted(attribute);
      assertThat(ofType(bundle, "vulnerability").has("external_references"))
          .isEqualTo(value.startsWith("CVE"));
      assertThat(back(bundle)).isEqualTo(attribute);
    }
    JsonObject campaign = attribute("campaign-name", "MartyMcFly", false);
    assertThat(ofType(converted(campaign), "campaign").text("name")).contains("MartyMcFly");
    assertThat(back(converted(campaign))).isEqualTo(campaign);
  }

  @Test
  void keepsAllOfObjectsThatStixHasNoWordFor() throws Exception {
    String odd =
        """
        {"name":"odd-one","meta-category":"misc","comment":"c","template_uuid":"5e384ae7-672c-4250-9cda-3b4da964451a",
         "template_version":"3","uuid":"5e384ae7-672c-4250-9cda-3b4da964451b","timestamp":"1603642920",
         "Attribute":[{"type":"text","object_relation":"r","value":"v","to_ids":false}]}""";
    JsonObject bundle = toStix.convert(event("\"Object\":[" + odd + "]"));
    assertThat(new Validator().validate(bundle).errors()).isEmpty();
    JsonObject custom = ofType(bundle, "x-misp-object");
    assertThat(custom.text("x_misp_name")).contains("odd-one");
    assertThat(custom.array("x_misp_attributes").orElseThrow().items()).hasSize(1);
    JsonObject again =
        toMisp
            .convert(bundle)
            .object("Event")
            .flatMap(event -> event.array("Object"))
            .orElseThrow()
            .objects()
            .toList()
            .getFirst();
    JsonObject before = JsonReader.parseObject(odd);
    for (String name : before.members().keySet()) {
      assertThat(again.find(name)).as(name).isEqualTo(before.find(name));
    }
  }

  @Test
  void refusesWhatIsNoEvent() {
    assertThatThrownBy(() -> toStix.convert(JsonObject.EMPTY)).isInstanceOf(MispException.class);
    assertThatThrownBy(() -> toMisp.convert(JsonObject.EMPTY)).isInstanceOf(MispException.class);
  }
}
