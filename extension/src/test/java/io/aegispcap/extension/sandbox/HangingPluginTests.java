package io.aegispcap.extension.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.chart.ChartAnswer;
import io.aegispcap.analysis.report.Analysis;
import io.aegispcap.analysis.report.AnalysisOptions;
import io.aegispcap.analysis.report.HtmlReport;
import io.aegispcap.analysis.report.RunSummary;
import io.aegispcap.extension.pack.InvalidPackageException;
import io.aegispcap.extension.pack.Manifest;
import io.aegispcap.extension.pack.ManifestReader;
import io.aegispcap.extension.running.Farewell;
import io.aegispcap.extension.running.PluginOutcome;
import io.aegispcap.extension.running.RunningPlugin;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Plugins that do not come back: an analysis waits for all of them as long as for one, and says
/// so.
@Tag("P3")
class HangingPluginTests {
  private static final Duration WALL = Duration.ofSeconds(6);
  private static final int MANY = 4;

  /// Longer than a machine that has much to do takes to start them all, shorter than they would
  /// take one after the other.
  private static final Duration BOUND = WALL.multipliedBy(MANY);

  private static final String SOURCE =
      """
      package evil;
      import io.aegispcap.plugin.*;
      public final class Trial implements INTERFACE {
        private Host host;
        @Override public PluginMetadata getMetadata() {
          return new PluginMetadata("test/trial", "1.0.0", PluginKind.KIND);
        }
        private void hangs(String where) {
          while (host.settings().get("where").equals(where)) {
            try { Thread.sleep(1000); } catch (InterruptedException e) { }
          }
        }
        @Override public void initialize(Host lent) { host = lent; hangs("initialize"); }
        @Override public void cleanup() { hangs("cleanup"); }
        MEMBERS
      }
      """;

  private static final String DRAWS =
      """
      @Override public void process(Charts charts) {
        hangs("process");
        charts.show(new Chart("states", "States", Chart.Shape.BAR,
            new Chart.Query(Chart.Source.FLOWS, "state", "bytes", 100)));
      }
      """;

  private static final String DETECTS =
      """
      @Override public void process(FlowBatch flows, Findings findings) {
        hangs("process");
        findings.report(Finding.of("rule", "host-1").sentence("seen").proof(flows.flows().getFirst()).build());
      }
      @Override public void endOfCapture(Findings findings) { hangs("endOfCapture"); }
      """;

  private static final String MANIFEST =
      """
      {"id": "test/trial", "version": "1.0.0", "kind": "KIND", "name": "Trial",
       "description": "For tests.", "entryPoint": "evil.Trial", "api": ">=0.1.0-0 <1.0.0",
       "license": "Apache-2.0", "capabilities": [CAPABILITIES], MORE
       "settings": [{"name": "where", "type": "string", "default": "nowhere", "title": "Where"}]}
      """;

  private static final String RULE =
      """
       "rules": [{"id": "rule", "name": "Rule", "formula": "first", "source": "test",
         "technique": "T1046", "techniqueName": "Network Service Discovery", "tactic": "Discovery",
         "benign": "All of it.", "next": "Nothing."}],
      """;

  @TempDir private Path folder;

  private interface Kind {
    RunningPlugin hanging(String where);
  }

  private Kind visualization() throws InvalidPackageException {
    return kind("Visualization", DRAWS, "\"write:visualizations\"", "");
  }

  private Kind detector() throws InvalidPackageException {
    return kind("Detector", DETECTS, "\"read:flows\", \"write:findings\"", RULE);
  }

  private Kind kind(String type, String members, String capabilities, String more)
      throws InvalidPackageException {
    String upper = type.toUpperCase(Locale.ROOT);
    String source =
        SOURCE.replace("INTERFACE", type).replace("KIND", upper).replace("MEMBERS", members);
    Path file = new PluginSources(folder).compiled(source);
    String json =
        MANIFEST
            .replace("KIND", type.toLowerCase(Locale.ROOT))
            .replace("CAPABILITIES", capabilities)
            .replace("MORE", more);
    Manifest manifest = ManifestReader.read(json.getBytes(UTF_8));
    return where ->
        RunningPlugin.of(
            new RunningPlugin.Start(
                manifest, List.of(file), manifest.capabilities(), Map.of("where", where), Map.of()),
            Trials.setup(WALL));
  }

  /// What an analysis with these came to.
  ///
  /// @param read when the last flow was seen
  /// @param leaving how long the end took, after all flows and alerts
  private record Run(
      RunSummary summary,
      List<PluginOutcome> outcomes,
      List<ChartAnswer> charts,
      Duration read,
      Duration leaving,
      Duration whole) {}

  private static Run run(List<RunningPlugin> plugins) throws IOException {
    Path root = Path.of(System.getProperty("aegis.root"));
    long begun = System.nanoTime();
    long[] last = {begun};
    try {
      Analysis analysis =
          new Analysis(AnalysisOptions.defaults(), "test")
              .observe(_ -> last[0] = System.nanoTime());
      plugins.forEach(analysis::plugin);
      RunSummary summary = analysis.run(root.resolve("samples/ssh-brute-force.pcap"), "sample");
      long done = System.nanoTime();
      List<PluginOutcome> outcomes = Farewell.of(plugins, summary.alerts());
      long left = System.nanoTime();
      return new Run(
          summary,
          outcomes,
          analysis.charts(summary, List.of()),
          Duration.ofNanos(last[0] - begun),
          Duration.ofNanos(left - done),
          Duration.ofNanos(System.nanoTime() - begun));
    } finally {
      plugins.forEach(RunningPlugin::close);
    }
  }

  private static void assertLate(PluginOutcome outcome, int times) {
    assertThat(outcome.failures()).hasSize(times);
    assertThat(outcome.failures())
        .allMatch(failure -> failure.cause() == PluginFailure.Cause.TIMED_OUT);
  }

  @Test
  void readsOnWhileOneHangsThatDraws() throws IOException, InvalidPackageException {
    Kind drawing = visualization();
    for (String where : List.of("initialize", "process")) {
      Run run = run(List.of(drawing.hanging(where)));

      assertThat(run.read()).as("read beside it").isLessThan(WALL);
      assertThat(run.whole()).isBetween(WALL, BOUND);
      assertLate(run.outcomes().getFirst(), 1);
      assertThat(run.charts()).hasSize(1);
      assertThat(run.charts().getFirst().problem()).contains("no charts", "timed-out");
      ByteArrayOutputStream report = new ByteArrayOutputStream();
      HtmlReport.write(run.summary(), run.charts(), report);
      assertThat(report.toString(UTF_8)).contains("Charts of test/trial", "timed-out");
    }
  }

  @Test
  void countsAllFlowsThoughTheChartIsDeclaredLate() throws IOException, InvalidPackageException {
    Run run = run(List.of(visualization().hanging("cleanup")));

    assertThat(run.charts().getFirst().problem()).isEmpty();
    double bytes =
        run.charts().getFirst().groups().stream().mapToDouble(ChartAnswer.Group::value).sum();
    assertThat(bytes).isPositive();
    assertLate(run.outcomes().getFirst(), 1);
    assertThat(run.whole()).isBetween(WALL, BOUND);
  }

  @Test
  void waitsForManyThatDetectAsLongAsForOne() throws IOException, InvalidPackageException {
    Kind detector = detector();
    List<RunningPlugin> plugins = new ArrayList<>();
    plugins.add(detector.hanging("nowhere"));
    for (int i = 0; i < MANY; i++) {
      plugins.add(detector.hanging(List.of("initialize", "process", "endOfCapture").get(i % 3)));
    }

    Run run = run(plugins);

    assertThat(run.outcomes().getFirst().failures()).isEmpty();
    assertThat(run.outcomes().getFirst().findings()).isEqualTo(1);
    run.outcomes().subList(1, plugins.size()).forEach(outcome -> assertLate(outcome, 2));
    assertThat(run.whole()).isBetween(WALL.multipliedBy(2), BOUND.multipliedBy(2));
  }

  @Test
  void letsAllCleanUpAtOnce() throws IOException, InvalidPackageException {
    Kind detector = detector();
    List<RunningPlugin> plugins = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      plugins.add(detector.hanging("cleanup"));
    }

    Run run = run(plugins);

    run.outcomes().forEach(outcome -> assertLate(outcome, 1));
    run.outcomes().forEach(outcome -> assertThat(outcome.findings()).isEqualTo(1));
    assertThat(run.leaving()).isBetween(WALL, BOUND);
  }

  /// Asked on a thread of its own, and left from this one.
  private Answer left(Trials trials, PluginSandbox sandbox, Runnable leaving)
      throws InterruptedException, ExecutionException {
    FutureTask<Answer> asked = new FutureTask<>(() -> sandbox.process(Trials.flows(1)));
    Thread.ofPlatform().start(asked);
    Thread.sleep(3000);
    long begun = System.nanoTime();
    leaving.run();
    Answer answer = asked.get();
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
    assertThat(sandbox.process(Trials.flows(1))).isEqualTo(Answer.FAILED);
    assertThat(sandbox.usage().processes()).isEqualTo(1);
    assertThat(trials.failures).hasSizeLessThanOrEqualTo(1);
    return answer;
  }

  @Test
  void endsOneThatIsAbandonedOrClosedAndStartsNoOther() throws Exception {
    Path file =
        new PluginSources(folder)
            .detector(
                """
                @Override public void process(FlowBatch flows, Findings findings) {
                  while (true) { java.util.concurrent.locks.LockSupport.parkNanos(1_000_000_000L); }
                }
                """);
    Trials trials = new Trials();
    SandboxLimits patient = SandboxLimits.defaults().withWall(Duration.ofMinutes(2));
    try (PluginSandbox sandbox = trials.sandbox(file, patient, "read:flows")) {
      assertThat(left(trials, sandbox, sandbox::abandon)).isEqualTo(Answer.FAILED);
      assertThat(trials.failures).hasSize(1);
      assertThat(trials.failures.getFirst().cause()).isEqualTo(PluginFailure.Cause.TIMED_OUT);
    }
    trials.failures.clear();
    try (PluginSandbox sandbox = trials.sandbox(file, patient, "read:flows")) {
      assertThat(left(trials, sandbox, sandbox::close)).isEqualTo(Answer.FAILED);
      assertThat(trials.failures).isEmpty();
    }
  }
}
