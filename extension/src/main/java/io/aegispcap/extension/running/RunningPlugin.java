package io.aegispcap.extension.running;

import io.aegispcap.analysis.chart.DeclaredCharts;
import io.aegispcap.analysis.detection.Alert;
import io.aegispcap.analysis.detection.DetectorInfo;
import io.aegispcap.analysis.detection.Measure;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.analysis.detection.Technique;
import io.aegispcap.analysis.feature.Feature;
import io.aegispcap.analysis.feature.FeatureSchema;
import io.aegispcap.analysis.plugin.DetectorSource;
import io.aegispcap.analysis.plugin.NoteColumn;
import io.aegispcap.analysis.plugin.NoteSink;
import io.aegispcap.analysis.plugin.PluginFinding;
import io.aegispcap.cage.wire.ToHost;
import io.aegispcap.extension.pack.Manifest;
import io.aegispcap.extension.sandbox.Answer;
import io.aegispcap.extension.sandbox.CagedPlugin;
import io.aegispcap.extension.sandbox.PluginFailure;
import io.aegispcap.extension.sandbox.PluginSandbox;
import io.aegispcap.plugin.Capability;
import io.aegispcap.plugin.Chart;
import io.aegispcap.plugin.FlowBatch;
import io.aegispcap.plugin.PluginKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// A plugin in its sandbox, as the pipeline sees it. What it says beside findings is gathered,
/// within limits.
public final class RunningPlugin implements DetectorSource, AutoCloseable {
  private static final int MAX_NOTES = 10_000;
  private static final int MAX_LINES = 1000;
  private static final int MAX_CHARTS = 50;

  /// Where nothing is said of flows.
  private static final NoteSink NOBODY = (flow, name, value) -> {};

  private final Manifest manifest;
  private final PluginSandbox sandbox;
  private final Map<String, DetectorInfo> rules;
  private final List<PluginFailure> failures;
  private final List<FlowNote> notes = new ArrayList<>();
  private final Map<String, MetricValue> metrics = new LinkedHashMap<>();
  private final List<Chart> charts = new ArrayList<>();
  private final List<String> log = new ArrayList<>();
  private long noteCount;
  private long findings;
  private boolean drawn;
  private boolean noCharts;

  private RunningPlugin(Manifest manifest, PluginSandbox sandbox, List<PluginFailure> failures) {
    this.manifest = manifest;
    this.sandbox = sandbox;
    this.failures = failures;
    rules = rules(manifest);
    for (Manifest.Metric metric : manifest.metrics()) {
      metrics.put(
          metric.name(), new MetricValue(metric.name(), metric.kind(), metric.unit(), 0, 0));
    }
  }

  /// What a plugin is started with.
  ///
  /// @param manifest of its package
  /// @param packages its own file, then those of packages that it depends on
  /// @param granted what it may see and do
  /// @param settings by name, those that differ from the manifest's
  /// @param kept what its store holds
  public record Start(
      Manifest manifest,
      List<Path> packages,
      Set<Capability> granted,
      Map<String, String> settings,
      Map<String, String> kept) {
    public Start {
      packages = List.copyOf(packages);
      granted = Set.copyOf(granted);
      settings = Map.copyOf(settings);
      kept = Map.copyOf(kept);
    }

    public Start with(List<Path> otherPackages) {
      return new Start(manifest, otherPackages, granted, settings, kept);
    }

    /// All that the manifest asks for, its own settings, an empty store.
    public static Start asAsked(Manifest manifest, Path file) {
      return new Start(manifest, List.of(file), manifest.capabilities(), Map.of(), Map.of());
    }
  }

  /// Nothing is started before it is first asked.
  ///
  /// @param setup its failures go there, too
  public static RunningPlugin of(Start start, PluginSandbox.Setup setup) {
    Manifest manifest = start.manifest();
    Map<String, String> settings = new LinkedHashMap<>(manifest.defaults());
    settings.putAll(start.settings());
    CagedPlugin plugin =
        new CagedPlugin(
            manifest.metadata(),
            start.packages(),
            manifest.entryPoint(),
            start.granted(),
            manifest.declared(),
            settings,
            start.kept(),
            FeatureSchema.V1.features().stream().map(Feature::name).toList());
    List<PluginFailure> failures = new ArrayList<>();
    PluginSandbox.Setup noting = setup.withFailures(setup.failures().andThen(failures::add));
    return new RunningPlugin(manifest, new PluginSandbox(noting, plugin), failures);
  }

  private static Map<String, DetectorInfo> rules(Manifest manifest) {
    Map<String, DetectorInfo> rules = new LinkedHashMap<>();
    for (Manifest.Rule rule : manifest.rules()) {
      rules.put(
          rule.id(),
          new DetectorInfo(
              PluginOutcome.detector(manifest, rule),
              rule.name(),
              manifest.version(),
              rule.formula(),
              rule.source(),
              new Technique(rule.technique(), rule.techniqueName(), rule.tactic()),
              rule.benign(),
              rule.next()));
    }
    return rules;
  }

  @Override
  public String id() {
    return manifest.id();
  }

  @Override
  public List<DetectorInfo> rules() {
    return List.copyOf(rules.values());
  }

  @Override
  public List<NoteColumn> columns() {
    List<NoteColumn> columns = new ArrayList<>();
    if (granted().contains(Capability.of(Capability.Kind.WRITE_FEATURES))) {
      manifest
          .features()
          .forEach(it -> columns.add(new NoteColumn(manifest.id(), it.name(), true)));
      manifest
          .annotations()
          .forEach(it -> columns.add(new NoteColumn(manifest.id(), it.name(), false)));
    }
    return columns;
  }

  /// A visualisation has said all that it has to say then: its process ends.
  @Override
  public DeclaredCharts charts() {
    if (manifest.kind() == PluginKind.VISUALIZATION && !drawn) {
      drawn = true;
      Answer answer = sandbox.draw();
      take(answer, NOBODY);
      noCharts = answer.failed();
    }
    return new DeclaredCharts(charts, noCharts ? problem() : "");
  }

  private String problem() {
    return failures.isEmpty()
        ? "This plugin declared no charts: it was not asked."
        : "This plugin declared no charts, since it failed (%s): %s."
            .formatted(failures.getLast().cause().label(), failures.getLast().message());
  }

  /// As long as it takes to use up its processor time, and two answers.
  @Override
  public Duration patience() {
    return sandbox.limits().cpu().plus(sandbox.limits().wall().multipliedBy(2));
  }

  @Override
  public void abandon() {
    sandbox.abandon();
  }

  @Override
  public Set<Capability> granted() {
    return sandbox.plugin().granted();
  }

  /// Integrations and visualisations are not shown flows.
  @Override
  public List<PluginFinding> process(FlowBatch flows, NoteSink sink) {
    return watchesFlows() ? take(sandbox.process(flows), sink) : List.of();
  }

  @Override
  public List<PluginFinding> endOfCapture(NoteSink sink) {
    return watchesFlows() ? take(sandbox.endOfCapture(), sink) : List.of();
  }

  /// Shows the alerts of a run to an integration; other kinds are not shown any.
  ///
  /// @param alerts most severe first
  public void show(List<Alert> alerts) {
    if (manifest.kind() == PluginKind.INTEGRATION) {
      PluginAlerts.batches(alerts, granted())
          .forEach(batch -> take(sandbox.process(batch), NOBODY));
    }
  }

  /// Asks a visualisation for its charts, when nobody did, and has the plugin clean up.
  public PluginOutcome finish() {
    charts();
    take(sandbox.finish(), NOBODY);
    return new PluginOutcome(
        manifest,
        granted(),
        findings,
        notes,
        noteCount,
        metrics.values().stream().filter(metric -> metric.count() > 0).toList(),
        charts,
        log,
        failures,
        sandbox.suspended(),
        sandbox.usage(),
        sandbox.kept());
  }

  /// Ends its process, if it still runs.
  @Override
  public void close() {
    sandbox.close();
  }

  private boolean watchesFlows() {
    return manifest.kind() == PluginKind.DETECTOR || manifest.kind() == PluginKind.ANALYZER;
  }

  private List<PluginFinding> take(Answer answer, NoteSink sink) {
    List<PluginFinding> found = new ArrayList<>();
    for (ToHost message : answer.messages()) {
      switch (message) {
        case ToHost.Found finding -> found.add(finding(finding));
        case ToHost.Feature(long flow, String name, double value) ->
            note(new FlowNote(flow, name, Double.toString(value)), sink);
        case ToHost.Annotation(long flow, String name, String text) ->
            note(new FlowNote(flow, name, text), sink);
        case ToHost.Metric metric ->
            metrics.computeIfPresent(metric.name(), (_, value) -> value.with(metric.value()));
        case ToHost.Show(Chart chart) -> add(charts, chart, MAX_CHARTS);
        case ToHost.Log(String line) -> add(log, line, MAX_LINES);
        case ToHost.Locked _,
            ToHost.Ready _,
            ToHost.Call _,
            ToHost.Kept _,
            ToHost.Failed _,
            ToHost.Done _ -> {} // the sandbox dealt with them
      }
    }
    findings += found.size();
    return found;
  }

  private void note(FlowNote note, NoteSink sink) {
    noteCount++;
    sink.note(note.flow(), note.name(), note.value());
    add(notes, note, MAX_NOTES);
  }

  private static <T> void add(List<T> list, T item, int max) {
    if (list.size() < max) {
      list.add(item);
    }
  }

  private PluginFinding finding(ToHost.Found found) {
    return new PluginFinding(
        Objects.requireNonNull(rules.get(found.rule()), "the sandbox knows what is declared"),
        Severity.values()[found.severity().ordinal()],
        found.subject(),
        found.target(),
        found.sentence(),
        found.confidence(),
        found.reason(),
        found.count(),
        found.measures().stream()
            .map(it -> new Measure(it.name(), it.value(), it.threshold(), it.unit()))
            .toList(),
        found.flows());
  }
}
