package io.aegispcap.analysis.report;

import io.aegispcap.analysis.chart.ChartAnswer;
import io.aegispcap.analysis.chart.ChartBook;
import io.aegispcap.analysis.chart.ShownMetric;
import io.aegispcap.analysis.detection.Alert;
import io.aegispcap.analysis.detection.AlertBook;
import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorInfo;
import io.aegispcap.analysis.detection.catalogue.Detectors;
import io.aegispcap.analysis.feature.FeatureSchema;
import io.aegispcap.analysis.flow.FlowObserver;
import io.aegispcap.analysis.incident.Incidents;
import io.aegispcap.analysis.pipeline.Engine;
import io.aegispcap.analysis.pipeline.FlowFormat;
import io.aegispcap.analysis.pipeline.Progress;
import io.aegispcap.analysis.pipeline.RunResult;
import io.aegispcap.analysis.pipeline.UnreadPackets;
import io.aegispcap.analysis.plugin.DetectorSource;
import io.aegispcap.analysis.plugin.FlowNotes;
import io.aegispcap.analysis.plugin.PluginObserver;
import io.aegispcap.analysis.text.ByteCount;
import io.aegispcap.analysis.tuning.Tuned;
import io.aegispcap.capture.file.CaptureFile;
import io.aegispcap.capture.file.CaptureInfo;
import io.aegispcap.capture.file.Captures;
import io.aegispcap.capture.file.Notice;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One run from captures to their summary, with all detectors.
public final class Analysis {
  /// From which share of bytes on that were not captured it is said.
  private static final double CUT_SHARE = 0.01;

  private final AnalysisOptions options;
  private final String software;
  private final List<Detector> detectors;
  private final SummaryCollector summary = new SummaryCollector();
  private final List<DetectorSource> sources = new ArrayList<>();
  private final ChartBook charts = new ChartBook();
  private Optional<FlowNotes> notes = Optional.empty();
  private final Engine engine;
  private ReadableByteChannel standardInput = Channels.newChannel(InputStream.nullInputStream());

  /// @param software version of AegisPCAP, recorded in the summary
  public Analysis(AnalysisOptions options, String software) {
    this.options = options;
    this.software = software;
    detectors = Detectors.all(options.detection());
    engine = new Engine(options.engine()).observe(summary).observePackets(summary);
    detectors.forEach(engine::observe);
  }

  /// What "-" means among the captures.
  public Analysis standardInput(ReadableByteChannel stream) {
    standardInput = stream;
    return this;
  }

  public Analysis report(Progress progress) {
    engine.report(progress);
    return this;
  }

  /// Also tells this one of flows and facts, after the detectors.
  public Analysis observe(FlowObserver observer) {
    engine.observe(observer);
    return this;
  }

  /// Also has this plugin look.
  public Analysis plugin(DetectorSource source) {
    sources.add(source);
    return this;
  }

  /// Also keeps what plugins say of flows.
  ///
  /// @param taken by who writes the flows, and closed there
  public Analysis notes(FlowNotes taken) {
    notes = Optional.of(taken);
    return this;
  }

  /// Charts that plugins declared, with the numbers of this run; after it.
  public List<ChartAnswer> charts(RunSummary done, List<ShownMetric> metrics) {
    return charts.answers(done.alerts(), metrics);
  }

  /// Also writes flows as rows.
  ///
  /// @param stream stays open
  public Analysis write(FlowFormat format, OutputStream stream) {
    engine.write(format, stream);
    return this;
  }

  /// Runs; once.
  ///
  /// @param names files, "-" for standard input; merged in time order
  /// @throws io.aegispcap.capture.file.MalformedCaptureException when one can't be read on
  /// @throws IOException when reading or writing fails
  public RunSummary run(List<String> names) throws IOException {
    try (Fingerprints fingerprints = new Fingerprints(names);
        CaptureFile source =
            Captures.open(names, fingerprints.watch(standardInput), options.read())) {
      return run(source, fingerprints);
    }
  }

  /// Runs on one file; once.
  ///
  /// @param name what to call it, in what comes out too
  /// @throws io.aegispcap.capture.file.MalformedCaptureException when it can't be read on
  /// @throws IOException when reading or writing fails
  public RunSummary run(Path file, String name) throws IOException {
    try (Fingerprints fingerprints = new Fingerprints(List.of(file.toString()));
        CaptureFile source = Captures.open(file, name, options.read())) {
      return run(source, fingerprints);
    }
  }

  private RunSummary run(CaptureFile source, Fingerprints fingerprints) throws IOException {
    try (PluginObserver plugins = new PluginObserver(sources, charts, notes)) {
      if (!sources.isEmpty()) { // each flow and fact takes the way past an observer
        engine.observe(plugins);
      }
      return run(source, fingerprints, plugins);
    }
  }

  private RunSummary run(CaptureFile source, Fingerprints fingerprints, PluginObserver plugins)
      throws IOException {
    fingerprints.begin();
    RunResult result = engine.run(source);
    List<Notice> notices = new ArrayList<>(source.notices());
    notices.addAll(UnreadPackets.notices(source.captures(), result));
    cut(source.captures(), result.bytes(), summary.wireBytes()).ifPresent(notices::add);
    List<Optional<String>> digests = fingerprints.all();
    AlertBook book = new AlertBook(Fingerprints.joint(digests));
    detectors.forEach(detector -> detector.finish(book));
    plugins.finish(book);
    notes
        .filter(kept -> kept.dropped() > 0)
        .ifPresent(kept -> notices.add(dropped(source.captures(), kept)));
    return summary(source.captures(), notices, result, digests, book.alerts());
  }

  private RunSummary summary(
      List<CaptureInfo> infos,
      List<Notice> notices,
      RunResult result,
      List<Optional<String>> digests,
      List<Alert> found) {
    Talkers talkers = summary.talkers();
    Tuned tuned = options.tuning().apply(found, talkers.prevalence(options.homeNetworks()));
    List<Alert> alerts = tuned.alerts();
    return new RunSummary(
        captures(infos, digests, result),
        notices,
        result,
        summary.wireBytes(),
        summary.timeline(alerts),
        summary.transports(),
        summary.applications(),
        talkers.hosts(alerts, options.homeNetworks()),
        talkers.hostCount(),
        talkers.conversations(alerts),
        talkers.conversationCount(),
        talkers.complete(),
        alerts,
        Incidents.of(alerts, options.homeNetworks()),
        tuned,
        new Methods(software, options, methods(), FeatureSchema.V1));
  }

  /// What was not captured cannot be judged: a quiet result must not pass for a quiet network.
  private static Optional<Notice> cut(List<CaptureInfo> captures, long captured, long wire) {
    return captured >= wire * (1 - CUT_SHARE)
        ? Optional.empty()
        : Optional.of(
            new Notice(
                captures.getFirst().name(),
                0,
                "packets were cut when they were captured: %s of %s on the wire are there, and what the rest said was not seen"
                    .formatted(ByteCount.of(captured), ByteCount.of(wire))));
  }

  private static Notice dropped(List<CaptureInfo> captures, FlowNotes notes) {
    return new Notice(
        captures.getFirst().name(),
        0,
        "plugins said more of flows than is kept; " + notes.dropped() + " notes were left out");
  }

  private List<DetectorInfo> methods() {
    List<DetectorInfo> infos = new ArrayList<>();
    detectors.forEach(detector -> infos.add(detector.info()));
    sources.forEach(source -> infos.addAll(source.rules()));
    return infos;
  }

  private static List<CaptureFacts> captures(
      List<CaptureInfo> infos, List<Optional<String>> digests, RunResult result) {
    List<CaptureFacts> facts = new ArrayList<>();
    for (int i = 0; i < infos.size(); i++) {
      facts.add(
          CaptureFacts.of(
              infos.get(i),
              digests.get(i),
              i < result.outcomes().size() ? result.outcomes().get(i) : Map.of()));
    }
    return facts;
  }
}
