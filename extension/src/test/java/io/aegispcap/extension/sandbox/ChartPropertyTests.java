package io.aegispcap.extension.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aegispcap.analysis.chart.ChartAnswer;
import io.aegispcap.analysis.report.Analysis;
import io.aegispcap.analysis.report.AnalysisOptions;
import io.aegispcap.analysis.report.CsvFlows;
import io.aegispcap.analysis.report.HtmlReport;
import io.aegispcap.analysis.report.RunSummary;
import io.aegispcap.extension.pack.InvalidPackageException;
import io.aegispcap.extension.pack.Manifest;
import io.aegispcap.extension.pack.ManifestReader;
import io.aegispcap.extension.running.PluginOutcome;
import io.aegispcap.extension.running.RunningPlugin;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever charts a plugin declares from its cage, each is answered as the flows say, and drawn as
/// text.
@Tag("P7")
class ChartPropertyTests {
  private static final int CHARTS = 50; // of one plugin at most
  private static final long SEED = 20261128;
  private static final List<String> GROUPS =
      List.of(
          "source.ip", "destination.ip", "destination_port", "state", "end_reason", "direction");
  private static final List<String> SUMS = List.of("", "tot_fwd_pkts", "fwd_ip_bytes");
  private static final List<String> SHAPES = List.of("BAR", "LINE", "PIE", "TABLE");
  private static final List<String> TITLES =
      List.of(
          "<script>alert(1)</script>",
          "\"><img src=x onerror=alert(1)>",
          "</style></svg><iframe>",
          "{{constructor}} ${1+1}",
          "Überblick 流量 \u202e txet");

  private static final String SOURCE =
      """
      package evil;
      import io.aegispcap.plugin.*;
      public final class Trial implements Visualization {
        private Host host;
        @Override public PluginMetadata getMetadata() {
          return new PluginMetadata("test/trial", "1.0.0", PluginKind.VISUALIZATION);
        }
        @Override public void initialize(Host lent) { host = lent; }
        @Override public void process(Charts charts) {
          for (String line : host.settings().get("charts").split("\\n")) {
            String[] part = line.split("\\t", -1);
            charts.show(new Chart(part[0], part[1], Chart.Shape.valueOf(part[2]),
                new Chart.Query(Chart.Source.FLOWS, part[3], part[4], Integer.parseInt(part[5]))));
          }
        }
      }
      """;
  private static final String MANIFEST =
      """
      {"id": "test/trial", "version": "1.0.0", "kind": "visualization", "name": "Trial",
       "description": "For tests.", "entryPoint": "evil.Trial", "api": ">=0.1.0-0 <1.0.0",
       "license": "Apache-2.0", "capabilities": ["write:visualizations"],
       "settings": [{"name": "charts", "type": "string", "default": "", "title": "Charts"}]}
      """;

  @TempDir private Path folder;
  private final Random random = new Random(SEED);

  private record Wanted(String id, String title, String shape, String by, String sum, int limit) {
    String line() {
      return String.join("\t", id, title, shape, by, sum, Integer.toString(limit));
    }
  }

  private Wanted wanted(int number) {
    return new Wanted(
        "chart-" + number,
        one(TITLES) + " " + number,
        one(SHAPES),
        one(GROUPS),
        one(SUMS),
        1 + random.nextInt(random.nextBoolean() ? 5 : 100));
  }

  private <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  @Test
  void answersAndDrawsWhateverIsDeclared() throws IOException, InvalidPackageException {
    Path file = new PluginSources(folder).compiled(SOURCE);
    Manifest manifest = ManifestReader.read(MANIFEST.getBytes(UTF_8));
    for (int round = 0; round < 2; round++) {
      List<Wanted> wanted = new ArrayList<>();
      for (int i = 0; i < CHARTS; i++) {
        wanted.add(wanted(round * CHARTS + i));
      }
      check(manifest, file, wanted);
    }
  }

  private static void check(Manifest manifest, Path file, List<Wanted> wanted) throws IOException {
    String settings = wanted.stream().map(Wanted::line).collect(Collectors.joining("\n"));
    RunningPlugin.Start start =
        new RunningPlugin.Start(
            manifest, List.of(file), manifest.capabilities(), Map.of("charts", settings), Map.of());
    ByteArrayOutputStream rows = new ByteArrayOutputStream();
    ByteArrayOutputStream report = new ByteArrayOutputStream();
    List<ChartAnswer> answers;
    try (RunningPlugin plugin =
        RunningPlugin.of(start, PluginSandbox.Setup.ofThisMachine(InstantSource.system()))) {
      Analysis analysis =
          new Analysis(AnalysisOptions.defaults(), "test")
              .plugin(plugin)
              .write(new CsvFlows(), rows);
      Path root = Path.of(System.getProperty("aegis.root"));
      RunSummary summary = analysis.run(root.resolve("samples/ssh-brute-force.pcap"), "sample");
      PluginOutcome outcome = plugin.finish();
      assertThat(outcome.failures()).isEmpty();
      answers = analysis.charts(summary, List.of());
      HtmlReport.write(summary, answers, report);
    }
    List<String[]> flows = rows.toString(UTF_8).lines().map(line -> line.split(",", -1)).toList();
    assertThat(answers).hasSameSizeAs(wanted);
    for (int i = 0; i < wanted.size(); i++) {
      compare(answers.get(i), wanted.get(i), flows);
    }
    assertThat(report.toString(UTF_8))
        .contains("Charts of plugins")
        .doesNotContain("<script>alert")
        .doesNotContain("<img")
        .doesNotContain("<iframe")
        .doesNotContain("\u202e");
  }

  private static void compare(ChartAnswer answer, Wanted wanted, List<String[]> flows) {
    assertThat(answer.problem()).isEmpty();
    assertThat(answer.id()).isEqualTo(wanted.id());
    List<String> header = Arrays.asList(flows.getFirst());
    int by = header.indexOf(wanted.by().replace('.', '_'));
    int sum = header.indexOf(wanted.sum());
    Map<String, Double> expected = new HashMap<>();
    for (String[] flow : flows.subList(1, flows.size())) {
      expected.merge(flow[by], sum < 0 ? 1 : Double.parseDouble(flow[sum]), Double::sum);
    }
    assertThat(answer.groups()).hasSize(Math.min(wanted.limit(), expected.size()));
    assertThat(answer.more()).isEqualTo(expected.size() - answer.groups().size());
    double least = Double.MAX_VALUE;
    for (ChartAnswer.Group group : answer.groups()) {
      assertThat(group.value()).isCloseTo(expected.remove(group.name()), within(1e-3));
      least = Math.min(least, group.value());
    }
    for (double rest : expected.values()) {
      assertThat(rest).isLessThanOrEqualTo(least + 1e-3);
    }
  }
}
