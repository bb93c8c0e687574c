package io.aegispcap.extension.pack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.aegispcap.cage.wire.MetricKind;
import io.aegispcap.plugin.PluginKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestReaderTests {
  private static final String SOUND = SamplePackages.manifest("acme/beacon-plus", "1.0.0");

  private static List<String> faults(String json) {
    return faults(json.getBytes(UTF_8));
  }

  private static List<String> faults(byte[] json) {
    return catchThrowableOfType(InvalidPackageException.class, () -> ManifestReader.read(json))
        .faults();
  }

  private static String with(String more) {
    return SOUND.replaceFirst("\\{", "{" + more.replace("\\", "\\\\") + ",");
  }

  @Test
  void readsWhatItSays() throws InvalidPackageException {
    Manifest manifest =
        ManifestReader.read(
            with("""
                    "dependencies": {"acme/tls-facts": "^1.2"},
                    "metrics": [{"name": "seen", "kind": "counter", "unit": "flows", "help": "Flows seen."},
                                {"name": "open", "kind": "gauge", "help": "Open."}],
                    "settings": [{"name": "least", "type": "integer", "default": 12, "title": "Least"},
                                 {"name": "rate", "type": "number", "default": 0.5, "title": "Rate", "description": "A rate."},
                                 {"name": "strict", "type": "boolean", "default": true, "title": "Strict"}]
                    """)
                .replace(
                    "\"write:findings\"", "\"write:findings\", \"write:metrics\", \"store:64KiB\"")
                .getBytes(UTF_8));

    assertThat(manifest.id()).isEqualTo("acme/beacon-plus");
    assertThat(manifest.namespace()).isEqualTo("acme");
    assertThat(manifest.kind()).isEqualTo(PluginKind.DETECTOR);
    assertThat(manifest.capabilities())
        .extracting(Object::toString)
        .containsExactlyInAnyOrder("read:flows", "write:findings", "write:metrics", "store:65536");
    assertThat(manifest.dependencies()).containsEntry("acme/tls-facts", "^1.2");
    assertThat(manifest.metrics())
        .containsExactly(
            new Manifest.Metric("seen", MetricKind.COUNTER, "flows", "Flows seen."),
            new Manifest.Metric("open", MetricKind.GAUGE, "", "Open."));
    assertThat(manifest.defaults())
        .containsExactly(
            java.util.Map.entry("least", "12"),
            java.util.Map.entry("rate", "0.5"),
            java.util.Map.entry("strict", "true"));
    assertThat(manifest.rules())
        .singleElement()
        .extracting(Manifest.Rule::technique)
        .isEqualTo("T1071.001");
  }

  @Test
  void namesEveryFaultWithItsPlace() {
    String json =
        SOUND
            .replace("acme/beacon-plus", "Acme")
            .replace("\"detector\"", "\"spy\"")
            .replace("T1071.001", "1071")
            .replace("\"license\": \"Apache-2.0\",", "\"licence\": \"Apache-2.0\",");

    assertThat(faults(json))
        .hasSize(5)
        .anyMatch(fault -> fault.startsWith("aegis-plugin.json /id: "))
        .anyMatch(fault -> fault.startsWith("aegis-plugin.json /kind: "))
        .anyMatch(fault -> fault.startsWith("aegis-plugin.json /rules/0/technique: "))
        .anyMatch(fault -> fault.contains("'license'"))
        .anyMatch(fault -> fault.contains("'licence'"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'\"version\": \"1.0.0\"' | '\"version\": \"1.0\"' | /version: '1.0' is no semantic version",
        "'\"version\": \"1.0.0\"' | '\"version\": \"v1.0.0\"' | /version:",
        "^1.0 | about 1 | /api: 'about 1' is no range",
        "read:flows | read:everything | /capabilities/0: 'read:everything' is no capability",
        "read:flows | write:features | /capabilities/0: write:features is for plugins of kind analyzer",
        "read:flows | http:example.org | /capabilities/0: http is for plugins of kind integration",
        "'\"write:findings\"' | '\"read:names\"' | /rules: needs write:findings",
        "read:flows | store:2MiB | /capabilities/0: 'store:2MiB' is no capability",
        "update checks | update \\u202e checks | /rules/0/benign: control characters",
        "update checks | update \\u0007 checks | /rules/0/benign: control characters",
        "Beacon Plus | Beacon \\ud800 Plus | /name: control characters",
      })
  void namesWhatMakesNoSense(String part, String instead, String fault) {
    assertThat(faults(SOUND.replace(part, instead)))
        .singleElement()
        .asString()
        .startsWith("aegis-plugin.json " + fault);
  }

  @Test
  void namesWhatIsDeclaredTwiceOrOfTheWrongType() {
    String json =
        with(
            """
            "dependencies": {"acme/beacon-plus": "^1", "acme/other": "latest"},
            "settings": [{"name": "a", "type": "integer", "default": 1.5, "title": "A"},
                         {"name": "a", "type": "string", "default": false, "title": "A"},
                         {"name": "b", "type": "number", "default": "1", "title": "B"}]
            """);

    assertThat(faults(json))
        .containsExactlyInAnyOrder(
            "aegis-plugin.json /dependencies/acme~1beacon-plus: a plugin can't depend on itself",
            "aegis-plugin.json /dependencies/acme~1other: 'latest' is no range of versions, such as ^1.2 or >=1.0 <3",
            "aegis-plugin.json /settings/1/name: 'a' is declared twice",
            "aegis-plugin.json /settings/0/default: is not of type integer",
            "aegis-plugin.json /settings/1/default: is not of type string",
            "aegis-plugin.json /settings/2/default: is not of type number");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "{",
        "{} {}",
        "{\"id\":\"a/b\",\"id\":\"a/c\"}",
        "\"id\"",
        "{\"id\": \"a/b\", // comment\n\"version\": \"1.0.0\"}"
      })
  void refusesWhatIsNoManifest(String json) {
    assertThat(faults(json)).isNotEmpty().allMatch(fault -> fault.startsWith("aegis-plugin.json "));
  }

  @Test
  void refusesWhatIsTooLongOrTooDeepOrNoText() {
    assertThat(faults(" ".repeat(ManifestReader.MAX_BYTES + 1)))
        .singleElement()
        .asString()
        .contains("longer than");
    assertThat(faults("[".repeat(100_000))).singleElement().asString().contains("nesting depth");
    assertThat(faults(new byte[] {'{', '"', (byte) 0xff, '"', '}'})).isNotEmpty();
  }

  @Test
  void findsAtMostFiftyFaults() {
    StringBuilder more = new StringBuilder("\"x0\": 1");
    for (int i = 1; i < 200; i++) {
      more.append(", \"x").append(i).append("\": 1");
    }

    assertThat(faults(with(more.toString()))).hasSize(50);
  }

  @Test
  void isPublishedWithItsSchema() throws IOException {
    Path published =
        Path.of(System.getProperty("aegis.root", ".."))
            .resolve("docs/reference/" + ManifestReader.SCHEMA);
    try (InputStream used = ManifestReader.class.getResourceAsStream(ManifestReader.SCHEMA)) {
      assertThat(published).hasBinaryContent(used.readAllBytes());
    }
  }
}
