package io.aegispcap.stix.object;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.stix.json.JsonValue;
import io.aegispcap.stix.specification.Kind;
import io.aegispcap.stix.specification.ObjectDescription;
import io.aegispcap.stix.specification.PropertyDescription;
import io.aegispcap.stix.specification.PropertyType;
import io.aegispcap.stix.specification.Specification;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordsTests {

  private static final Creation CREATION =
      new Creation(
          InstantSource.fixed(Instant.parse("2026-11-28T09:00:00Z")),
          () -> UUID.fromString("11111111-1111-4111-8111-111111111111"));

  static Stream<ObjectDescription> descriptions() {
    Specification specification = Specification.STIX_2_1;
    Stream<ObjectDescription> structures =
        specification.objects().stream()
            .flatMap(
                object ->
                    Stream.concat(
                        Stream.of(object), specification.extensionsOf(object.name()).stream()))
            .flatMap(RecordsTests::withStructures);
    return structures.distinct().filter(description -> description.kind() != Kind.BUNDLE);
  }

  private static Stream<ObjectDescription> withStructures(ObjectDescription description) {
    return Stream.concat(
        Stream.of(description),
        description.properties().values().stream()
            .map(PropertyDescription::type)
            .filter(PropertyType.Structure.class::isInstance)
            .map(
                type ->
                    Specification.STIX_2_1
                        .structure(((PropertyType.Structure) type).name())
                        .orElseThrow())
            .flatMap(RecordsTests::withStructures));
  }

  private static String camel(String name) {
    return Arrays.stream(name.split("[-_]"))
        .map(word -> word.substring(0, 1).toUpperCase() + word.substring(1))
        .collect(Collectors.joining());
  }

  /// Each property of the specification has a name of its own in Java, to read and to build.
  @ParameterizedTest
  @MethodSource("descriptions")
  void nameWhatTheSpecificationNames(ObjectDescription description) throws Exception {
    String name = camel(description.name().replaceFirst("-type$", ""));
    Class<?> record =
        Class.forName(
            "io.aegispcap.stix.object." + (name.equals("Process") ? "ProcessObject" : name));
    assertThat(record.isRecord()).isTrue();
    List<String> methods =
        Arrays.stream(record.getMethods()).map(java.lang.reflect.Method::getName).toList();
    for (PropertyDescription property : description.own()) {
      String camel = camel(property.name());
      String accessor = camel.substring(0, 1).toLowerCase() + camel.substring(1);
      if (property.type() == PropertyType.Simple.EXTENSIONS) {
        continue;
      }
      if (accessor.equals("abstract")) {
        accessor = "abstractText";
      }
      assertThat(methods)
          .contains(
              accessor, "with" + accessor.substring(0, 1).toUpperCase() + accessor.substring(1));
    }
  }

  @Test
  void buildsAndReadsTyped() {
    Malware malware =
        Malware.create(CREATION, true)
            .withName("Poison Ivy")
            .withMalwareTypes(List.of("remote-access-trojan"))
            .withKillChainPhases(
                List.of(KillChainPhase.of("lockheed-martin-cyber-kill-chain", "installation")));
    assertThat(malware.toJson())
        .isEqualTo(
            "{\"type\":\"malware\",\"spec_version\":\"2.1\",\"id\":\"malware--11111111-1111-4111-8111-111111111111\","
                + "\"created\":\"2026-11-28T09:00:00.000Z\",\"modified\":\"2026-11-28T09:00:00.000Z\",\"is_family\":true,"
                + "\"name\":\"Poison Ivy\",\"malware_types\":[\"remote-access-trojan\"],\"kill_chain_phases\":"
                + "[{\"kill_chain_name\":\"lockheed-martin-cyber-kill-chain\",\"phase_name\":\"installation\"}]}");
    assertThat(malware.name()).contains("Poison Ivy");
    assertThat(malware.isFamily()).isTrue();
    assertThat(malware.killChainPhases().getFirst().phaseName()).isEqualTo("installation");
    assertThat(malware.created().instant()).isEqualTo(Instant.parse("2026-11-28T09:00:00Z"));
  }

  @Test
  void namesObservablesByWhatTheySay() {
    File file =
        File.of()
            .withHashes(
                Map.of(
                    "SHA-256", "fe90a7e910cb3a4739bed9180e807e93fa70c90f25a8915476f5e4bfbac681db"))
            .withSize(25536);
    StixId before = file.id();
    assertThat(file.withSize(1).id()).isEqualTo(before);
    assertThat(file.withName("foo.dll").id()).isNotEqualTo(before);
    assertThat(Ipv4Addr.of("198.51.100.3").id())
        .hasToString("ipv4-addr--28bb3599-77cd-5a82-a950-b5bc3caf07c4");
    File archive = file.withArchiveExt(ArchiveExt.of(List.of(before)).withComment("two"));
    assertThat(archive.archiveExt().flatMap(ArchiveExt::comment)).contains("two");
  }

  @Test
  void keepsWhatItDoesNotName() throws Exception {
    String json =
        "{\"type\":\"tool\",\"x_other\":{\"b\":1.50,\"a\":[null]},\"id\":\"tool--1\",\"name\":\"x\"}";
    StixObject read = StixObject.parse(json);
    assertThat(read.toJson()).isEqualTo(json);
    assertThat(((Tool) read).withName("y").json().find("x_other"))
        .isEqualTo(read.json().find("x_other"));
    assertThat(StixObject.parse("{\"type\":\"x-mine\"}")).isInstanceOf(CustomObject.class);
  }

  @Test
  void saysWhatIsMissingWhenItIsAskedFor() throws Exception {
    Malware broken =
        (Malware)
            StixObject.parse("{\"type\":\"malware\",\"id\":\"malware--x\",\"is_family\":\"yes\"}");
    assertThat(broken.name()).isEmpty();
    org.assertj.core.api.Assertions.assertThatThrownBy(broken::isFamily)
        .isInstanceOf(MissingPropertyException.class)
        .hasMessageContaining("malware--x has no usable is_family");
  }

  @Test
  void sharesTheTlpDefinitions() {
    for (Tlp tlp : Tlp.values()) {
      assertThat(Tlp.ofId(tlp.id().toString())).contains(tlp);
      assertThat(tlp.isDefinedBy(tlp.definition().json())).isTrue();
    }
    assertThat(
            Tlp.AMBER_STRICT_2.definition().extensions().values().iterator().next().text("tlp_2_0"))
        .isEqualTo(Optional.of("amber+strict"));
    assertThat(Tlp.RED.definition().with("created", JsonValue.of("2020-01-01T00:00:00.000Z")))
        .satisfies(other -> assertThat(Tlp.RED.isDefinedBy(other.json())).isFalse());
  }

  @Test
  void comparesTimesToAnyDigit() {
    StixTimestamp precise = new StixTimestamp("2020-01-01T00:00:00.1234567890123Z");
    assertThat(precise).isGreaterThan(new StixTimestamp("2020-01-01T00:00:00.1234567890122Z"));
    assertThat(precise.precision()).isEqualTo(13);
    assertThat(new StixTimestamp("2016-12-31T23:59:60Z"))
        .isEqualByComparingTo(new StixTimestamp("2017-01-01T00:00:00Z"));
    assertThat(StixTimestamp.find("2019-02-29T00:00:00Z")).isEmpty();
    assertThat(StixTimestamp.find("2019-02-28T00:00:00+00:00")).isEmpty();
    assertThat(StixTimestamp.find("2019-02-28T24:00:00Z")).isEmpty();
  }
}
