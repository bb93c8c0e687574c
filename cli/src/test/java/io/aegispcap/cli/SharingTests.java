package io.aegispcap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.stix.json.JsonArray;
import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonReader;
import io.aegispcap.stix.json.MalformedJsonException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `analyze` writes for other tools.
class SharingTests {
  @TempDir private Path folder;
  private Path capture = Path.of("");

  @BeforeEach
  void writeCapture() throws IOException {
    capture = Files.write(folder.resolve("scan.pcap"), Scan.capture(200));
  }

  private String written(String option) throws IOException {
    Path file = folder.resolve("out.json");
    Run run = Run.of("analyze", capture, option, file);
    assertThat(run.code()).as(run.err()).isZero();
    return Files.readString(file);
  }

  private static List<JsonObject> objects(JsonObject json, String name) {
    return json.array(name).stream().flatMap(JsonArray::objects).toList();
  }

  private static JsonObject parsed(String text) throws IOException {
    try {
      return JsonReader.parseObject(text);
    } catch (MalformedJsonException e) {
      throw new IOException(e);
    }
  }

  @Test
  void writesALayerOfTheNavigator() throws IOException {
    JsonObject layer = parsed(written("--navigator"));

    assertThat(layer.text("domain")).contains("enterprise-attack");
    assertThat(layer.object("versions").orElseThrow().text("layer")).contains("4.5");
    List<JsonObject> techniques = objects(layer, "techniques");
    assertThat(techniques).hasSize(1);
    JsonObject technique = techniques.getFirst();
    assertThat(technique.text("techniqueID")).contains("T1046");
    assertThat(technique.text("tactic")).contains("discovery");
    assertThat(technique.number("score").orElseThrow().text()).isEqualTo("1");
    assertThat(technique.text("color").orElseThrow()).matches("#[0-9a-f]{6}");
    assertThat(technique.text("comment").orElseThrow()).contains("203.0.113.9", "10.0.0.5");
  }

  @Test
  void writesSightingsThatAreValid() throws IOException {
    String bundle = written("--stix");

    Run check = Run.of("stix", "validate", folder.resolve("out.json"));
    assertThat(check.out()).contains("errors: 0, warnings: 0");
    assertThat(check.code()).isZero();
    assertThat(objects(parsed(bundle), "objects"))
        .extracting(object -> object.text("type").orElseThrow())
        .contains(
            "identity",
            "attack-pattern",
            "ipv4-addr",
            "network-traffic",
            "observed-data",
            "sighting")
        .doesNotContain("indicator");
  }

  @Test
  void givesTheSameBytesAgain() throws IOException {
    assertThat(written("--stix")).isEqualTo(written("--stix"));
    assertThat(written("--navigator")).isEqualTo(written("--navigator"));
  }

  @Test
  void groupsWhatAnIncidentHolds() throws IOException {
    List<JsonObject> objects = objects(parsed(written("--stix")), "objects");
    JsonObject grouping =
        objects.stream()
            .filter(object -> object.text("type").orElseThrow().equals("grouping"))
            .findFirst()
            .orElseThrow();

    List<String> ids = objects.stream().map(object -> object.text("id").orElseThrow()).toList();
    assertThat(grouping.text("name").orElseThrow()).startsWith("203.0.113.9: port scan");
    assertThat(grouping.array("object_refs").orElseThrow().texts().toList())
        .hasSize(2)
        .allMatch(ids::contains);
  }

  @Test
  void saysNothingOfCapturesWithoutAlerts() throws IOException {
    capture = Files.write(folder.resolve("quiet.pcap"), Scan.capture(2));

    assertThat(objects(parsed(written("--navigator")), "techniques")).isEmpty();
    assertThat(objects(parsed(written("--stix")), "objects")).hasSize(1);
    assertThat(Run.of("stix", "validate", folder.resolve("out.json")).code()).isZero();
  }

  @Test
  void refusesTwoOutputsInOnePlace() {
    Path file = folder.resolve("out.json");

    assertThat(Run.of("analyze", capture, "--stix", file, "--navigator", file).code()).isEqualTo(2);
  }
}
