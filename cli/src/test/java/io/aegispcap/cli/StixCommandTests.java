package io.aegispcap.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StixCommandTests {

  private static final String ADDRESS =
      """
      {"type":"ipv4-addr","spec_version":"2.1","id":"ipv4-addr--28bb3599-77cd-5a82-a950-b5bc3caf07c4","value":"198.51.100.3"}\
      """;
  private static final String OBSERVED =
      """
      {"type":"observed-data","id":"observed-data--1","first_observed":"2020-01-01T00:00:00Z","last_observed":"2020-01-01T00:00:00Z","number_observed":1,"objects":{"0":{"type":"file","name":"a.exe"}}}\
      """;

  @TempDir private Path folder;

  private static Run lines(String input, Object... words) {
    return Run.with(input.getBytes(UTF_8), words);
  }

  private Path file(String content) throws Exception {
    return Files.writeString(folder.resolve("file.json"), content);
  }

  @Test
  void validatesAFile() throws Exception {
    Run good = Run.of("stix", "validate", file(ADDRESS));
    assertThat(good.code()).as(good.toString()).isZero();
    assertThat(good.out()).endsWith("objects: 1, errors: 0, warnings: 0\n");
    Run bad = Run.of("stix", "validate", file(ADDRESS.replace("198.51.100.3", "x")));
    assertThat(bad.code()).isEqualTo(1);
    assertThat(bad.out()).contains("$.value").endsWith("errors: 1, warnings: 1\n");
    Run json = Run.of("stix", "validate", "--json", file(ADDRESS));
    assertThat(json.out()).startsWith("{\"valid\":true,\"errors\":[]");
  }

  @Test
  void saysThatAFileIsMissingOrNoJson() throws Exception {
    Run missing = Run.of("stix", "validate", folder.resolve("none.json"));
    assertThat(missing.code()).isEqualTo(1);
    assertThat(missing.err()).contains("none.json");
    Run malformed = Run.of("stix", "validate", file("{\"type\":"));
    assertThat(malformed.code()).isEqualTo(1);
  }

  @Test
  void validatesRowsInTheirOrderWhateverTheyAre() {
    Run run =
        lines(
            """
            {"id":"a","json":%s}
            {"id":2,"json":{"type":"bundle"}}
            {"id":"c","json":[]}
            not JSON at all
            {"id":"e"}

            {"id":"f","json":%s}
            """
                .formatted(ADDRESS, ADDRESS),
            "stix",
            "validate",
            "--lines");
    assertThat(run.code()).isZero();
    List<String> out = run.out().lines().toList();
    assertThat(out).hasSize(6);
    assertThat(out.get(0)).startsWith("{\"id\":\"a\",\"valid\":true,");
    assertThat(out.get(1)).startsWith("{\"id\":2,\"valid\":false,");
    assertThat(out.get(2)).startsWith("{\"id\":\"c\",\"valid\":false,");
    assertThat(out.get(3)).startsWith("{\"id\":null,\"valid\":false,");
    assertThat(out.get(4)).startsWith("{\"id\":\"e\",\"valid\":false,");
    assertThat(out.get(5)).startsWith("{\"id\":\"f\",\"valid\":true,");
  }

  @Test
  void names() throws Exception {
    assertThat(Run.of("stix", "id", file(ADDRESS)).out())
        .isEqualTo("ipv4-addr--28bb3599-77cd-5a82-a950-b5bc3caf07c4\n");
    assertThat(Run.of("stix", "id", file("{\"type\":\"tool\",\"name\":\"x\"}")).out())
        .startsWith("tool--");
    assertThat(
            lines(
                    "{\"id\":\"1\",\"object\":%s}\n{\"id\":\"2\",\"object\":3}\n"
                        .formatted(ADDRESS),
                    "stix",
                    "id",
                    "--lines")
                .out()
                .lines())
        .satisfiesExactly(
            first ->
                assertThat(first)
                    .isEqualTo(
                        "{\"id\":\"1\",\"stix_id\":\"ipv4-addr--28bb3599-77cd-5a82-a950-b5bc3caf07c4\",\"deterministic\":true}"),
            second -> assertThat(second).startsWith("{\"id\":\"2\",\"error\":"));
  }

  @Test
  void checksPatterns() {
    assertThat(Run.of("stix", "pattern", "check", "[file:name = 'a']").code()).isZero();
    Run bad = Run.of("stix", "pattern", "check", "[file:name 'a']");
    assertThat(bad.code()).isEqualTo(1);
    assertThat(bad.out()).contains("line 1, column 12");
    assertThat(
            lines(
                    "{\"id\":\"1\",\"pattern\":\"[a:b = 1]\"}\n{\"id\":\"2\",\"pattern\":\"[\"}\n",
                    "stix",
                    "pattern",
                    "check",
                    "--lines")
                .out()
                .lines())
        .satisfiesExactly(
            first -> assertThat(first).isEqualTo("{\"id\":\"1\",\"valid\":true,\"errors\":[]}"),
            second -> assertThat(second).startsWith("{\"id\":\"2\",\"valid\":false,"));
  }

  @Test
  void matchesPatterns() throws Exception {
    Run match = Run.of("stix", "pattern", "match", "[file:name = 'a.exe']", file(OBSERVED));
    assertThat(match.code()).as(match.toString()).isZero();
    assertThat(match.out()).contains("observed-data--1");
    Run rows =
        lines(
            """
            {"id":"1","pattern":"[file:name LIKE '%%.exe']","observations":[%s]}
            {"id":"2","pattern":"[file:name = 'b']","observations":[%s]}
            {"id":"3","pattern":"[file:name ~ 'b']","observations":[]}
            {"id":"4","pattern":"[file:name MATCHES '(']","observations":[%s]}
            """
                .formatted(OBSERVED, OBSERVED, OBSERVED),
            "stix",
            "pattern",
            "match",
            "--lines");
    assertThat(rows.out().lines())
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .isEqualTo("{\"id\":\"1\",\"match\":true,\"observed\":[\"observed-data--1\"]}"),
            line -> assertThat(line).isEqualTo("{\"id\":\"2\",\"match\":false,\"observed\":[]}"),
            line -> assertThat(line).startsWith("{\"id\":\"3\",\"error\":"),
            line -> assertThat(line).startsWith("{\"id\":\"4\",\"error\":"));
  }

  @Test
  void comparesPatterns() {
    assertThat(
            Run.of("stix", "pattern", "equivalent", "[a:b=1 OR a:c=2]", "[a:c=2 OR a:b=1]").out())
        .isEqualTo("equivalent\n");
    assertThat(Run.of("stix", "pattern", "equivalent", "[a:b=1]", "[a:b=2]").out())
        .isEqualTo("not equivalent\n");
    assertThat(
            lines(
                    "{\"id\":\"1\",\"pattern1\":\"[a:b=1]\",\"pattern2\":\"[a:b=1]\"}\n",
                    "stix",
                    "pattern",
                    "equivalent",
                    "--lines")
                .out())
        .isEqualTo("{\"id\":\"1\",\"equivalent\":true}\n");
  }

  private static final String TOOL =
      """
      {"type":"tool","spec_version":"2.1","id":"tool--0b9b1ccf-8a0f-4dc6-9c5c-3e9c4f9c8a3d","created":"2020-01-01T00:00:00.000Z","modified":"2020-01-01T00:00:00.000Z","name":"x","labels":["a","b"]}\
      """;
  private static final String MARKING = "marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9";
  private static final String GREEN = "marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da";

  @Test
  void makesVersions() throws Exception {
    Run changed =
        Run.of("stix", "version", file(TOOL), "--changes", "{\"name\":\"y\",\"labels\":null}");
    assertThat(changed.code()).as(changed.toString()).isZero();
    assertThat(changed.out())
        .contains("\"name\":\"y\"")
        .doesNotContain("labels", "\"modified\":\"2020");
    assertThat(Run.of("stix", "version", file(TOOL), "--changes", "{\"id\":\"x\"}").err())
        .contains("id may not change");
    assertThat(Run.of("stix", "revoke", file(TOOL)).out()).contains("\"revoked\":true");
    assertThat(
            lines(
                    """
                    {"id":"1","object":%s,"changes":{"name":"y","modified":"2021-01-01T00:00:00.000Z"}}
                    {"id":"2","object":%s,"changes":{"modified":"2019-01-01T00:00:00.000Z"}}
                    {"id":"3","object":%s,"changes":{}}
                    """
                        .formatted(TOOL, TOOL, ADDRESS),
                    "stix",
                    "version",
                    "--lines")
                .out()
                .lines())
        .satisfiesExactly(
            first -> assertThat(first).contains("\"modified\":\"2021-01-01T00:00:00.000Z\""),
            second -> assertThat(second).startsWith("{\"id\":\"2\",\"error\":\"modified must be"),
            third -> assertThat(third).contains("have no versions"));
  }

  @Test
  void marks() throws Exception {
    Run added = Run.of("stix", "marking", "add", file(TOOL), "--marking", MARKING);
    assertThat(added.out()).contains("\"object_marking_refs\":[\"" + MARKING + "\"]");
    Run part =
        Run.of("stix", "marking", "add", file(TOOL), "--marking", "de", "--selector", "labels.[0]");
    assertThat(part.out())
        .contains("\"granular_markings\":[{\"lang\":\"de\",\"selectors\":[\"labels.[0]\"]}]");
    assertThat(
            Run.of(
                    "stix",
                    "marking",
                    "get",
                    file(part.out()),
                    "--selector",
                    "labels",
                    "--descendants")
                .out())
        .isEqualTo("de\n");
    assertThat(
            Run.of("stix", "marking", "is-marked", file(part.out()), "--selector", "labels.[1]")
                .out())
        .isEqualTo("not marked\n");
    assertThat(
            Run.of("stix", "marking", "clear", file(part.out()), "--selector", "labels.[0]").out())
        .doesNotContain("granular_markings");
    assertThat(
            Run.of("stix", "marking", "set", file(TOOL), "--marking", MARKING, "--new-version")
                .out())
        .doesNotContain("\"modified\":\"2020");
    assertThat(
            lines(
                    """
                    {"id":"1","object":%s,"markings":["%s"]}
                    {"id":"2","object":%s,"markings":["de"]}
                    {"id":"3","object":%s,"markings":["%s"],"selectors":["no.such"]}
                    """
                        .formatted(marked(GREEN), MARKING, TOOL, TOOL, MARKING),
                    "stix",
                    "marking",
                    "remove",
                    "--lines")
                .out()
                .lines())
        .allSatisfy(line -> assertThat(line).contains("\"error\":"));
    assertThat(Run.of("stix", "marking", "remove", file(TOOL), "--marking", MARKING).out())
        .isEqualTo(TOOL + "\n");
  }

  private static String marked(String marking) {
    return TOOL.replaceFirst("}$", ",\"object_marking_refs\":[\"" + marking + "\"]}");
  }

  @Test
  void filters() throws Exception {
    Path list = file("[" + TOOL + "," + ADDRESS + "]");
    assertThat(Run.of("stix", "filter", list, "--where", "type = tool").out().lines()).hasSize(1);
    assertThat(Run.of("stix", "filter", list, "--where", "labels contains a").out())
        .contains("tool--");
    assertThat(Run.of("stix", "filter", list, "--match", "type=ipv4-addr").out())
        .contains("198.51");
    assertThat(Run.of("stix", "filter", list, "--where", "type ~ tool").code()).isEqualTo(1);
    assertThat(
            lines(
                    """
                    {"id":"1","objects":[%s,%s],"filters":[{"property":"type","op":"in","value":["tool","x"]}]}
                    {"id":"2","objects":[],"match":{"colour":["red"]}}
                    """
                        .formatted(TOOL, ADDRESS),
                    "stix",
                    "filter",
                    "--lines")
                .out()
                .lines())
        .satisfiesExactly(
            first ->
                assertThat(first).isEqualTo("{\"id\":\"1\",\"objects\":[" + TOOL.strip() + "]}"),
            second -> assertThat(second).startsWith("{\"id\":\"2\",\"error\":\"'colour' cannot"));
  }

  @Test
  void convertsMisp() throws Exception {
    String event =
        "{\"Event\":{\"info\":\"i\",\"Attribute\":[{\"type\":\"ip-src\",\"value\":\"192.0.2.1\",\"to_ids\":true}]}}";
    Run bundle = Run.of("stix", "misp", "import", file(event));
    assertThat(bundle.out()).contains("[network-traffic:src_ref");
    assertThat(Run.of("stix", "misp", "export", file(bundle.out())).out()).contains("192.0.2.1");
    assertThat(
            lines(
                    "{\"id\":\"1\",\"event\":%s}\n{\"id\":\"2\",\"event\":{}}\n{\"id\":\"3\"}\n"
                        .formatted(event),
                    "stix",
                    "misp",
                    "import",
                    "--lines")
                .out()
                .lines())
        .satisfiesExactly(
            first -> assertThat(first).startsWith("{\"id\":\"1\",\"bundle\":{"),
            second -> assertThat(second).startsWith("{\"id\":\"2\",\"error\":"),
            third -> assertThat(third).startsWith("{\"id\":\"3\",\"error\":"));
  }

  @ParameterizedTest
  @CsvSource({
    "stix",
    "stix version",
    "stix revoke",
    "stix marking",
    "stix marking get",
    "stix filter",
    "stix misp",
    "stix misp export",
    "stix validate",
    "stix id",
    "stix pattern",
    "stix pattern check",
    "stix pattern match",
    "stix pattern match [a:b=1]",
    "stix pattern equivalent [a:b=1]",
  })
  void saysWhatIsMissing(String words) {
    Run run = Run.of((Object[]) words.split(" "));
    assertThat(run.code()).as(run.toString()).isEqualTo(2);
    assertThat(run.err()).isNotEmpty();
  }
}
