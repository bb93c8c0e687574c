package io.aegispcap.stix.object;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.stix.json.CanonicalJson;
import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The examples of STIX 2.1, written down again with their sections.
class SpecificationExamplesTests {

  static Stream<String> examples() throws IOException {
    try (InputStream in = SpecificationExamplesTests.class.getResourceAsStream("examples.jsonl")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList().stream();
    }
  }

  private static JsonObject object(String line) throws IOException {
    return JsonReader.parseObject(line).object("object").orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void nameThemselvesAsTheSpecificationDoes(String line) throws IOException {
    JsonObject object = object(line);
    Optional<StixId> id = DeterministicId.of(object);
    if (id.isPresent()
        && !line.matches(".*\"(src|dst|from|parent_directory)_refs?\".*|.*archive-ext.*")) {
      assertThat(id.map(StixId::toString)).isEqualTo(object.text("id"));
    }
  }

  /// Where examples refer to others, the specification names them by what those were called in a
  /// draft of it: with the references of that time the names are right.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'type':'network-traffic','src_ref':'ipv4-addr--4d22aae0-2bf9-5427-8819-e4f6abf20a53','dst_ref':'ipv4-addr--ff26c055-6336-5bc5-b98d-13d6226742dd','protocols':['tcp']}|network-traffic--6e0cb830-0305-57d4-8536-7be874d42005",
        "{'type':'email-message','is_multipart':false,'from_ref':'email-addr--89f52ea8-d6ef-51e9-8fce-6a29236436ed','subject':'Saying Hello'}|email-message--92fa1bfd-2c62-5a30-8b7c-5b91ea73cf29"
      })
  void nameThemselvesByTheReferencesOfTheirTime(String json, String id) throws IOException {
    assertThat(DeterministicId.of(JsonReader.parseObject(json.replace('\'', '"'))))
        .contains(StixId.of(id));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void comeBackAsTheyWere(String line) throws IOException {
    JsonObject object = object(line);
    StixObject read = StixObject.parse(object.toJson());
    assertThat(read.toJson()).isEqualTo(object.toJson());
    assertThat(CanonicalJson.of(read.json())).isEqualTo(CanonicalJson.of(object));
    assertThat(read.id().type()).isEqualTo(read.type());
  }
}
