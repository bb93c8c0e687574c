package io.aegispcap.cli.plugin;

import io.aegispcap.analysis.chart.ChartAnswer;
import io.aegispcap.analysis.chart.ShownMetric;
import io.aegispcap.analysis.report.Analysis;
import io.aegispcap.analysis.report.RunSummary;
import io.aegispcap.extension.pack.ExtensionPackage;
import io.aegispcap.extension.running.Farewell;
import io.aegispcap.extension.running.PluginOutcome;
import io.aegispcap.extension.running.RunningPlugin;
import io.aegispcap.extension.sandbox.HttpGate;
import io.aegispcap.extension.sandbox.PluginSandbox;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Plugins that look at an analysis from their cages.
public final class CagedPlugins implements AutoCloseable {
  private final List<RunningPlugin> running;
  private final List<String> notices;

  private CagedPlugins(List<RunningPlugin> running, List<String> notices) {
    this.running = running;
    this.notices = notices;
  }

  /// What plugins made of an analysis.
  ///
  /// @param notices what should be known of them: which failed, and why
  public record Said(List<String> notices, List<ChartAnswer> charts) {
    public Said {
      notices = List.copyOf(notices);
      charts = List.copyOf(charts);
    }
  }

  /// @param files of plugins, which may need each other
  /// @throws IOException when one is no package, lacks what it needs, or this machine can't confine
  ///   plugins; says why
  public static CagedPlugins open(List<Path> files, CageArguments cage, InstantSource clock)
      throws IOException {
    List<RunningPlugin> running = new ArrayList<>();
    List<String> notices = new ArrayList<>();
    if (!files.isEmpty()) {
      PluginSandbox.Setup setup =
          cage.setup(clock, notices::add).withHttp(new HttpGate(Set.of(), clock));
      GivenPackages given = GivenPackages.open(files);
      for (ExtensionPackage extension : given.all()) {
        RunningPlugin.Start start =
            RunningPlugin.Start.asAsked(extension.manifest(), extension.file());
        running.add(RunningPlugin.of(start.with(given.files(extension)), setup));
      }
    }
    return new CagedPlugins(running, notices);
  }

  /// What should be known before they look.
  public List<String> notices() {
    return List.copyOf(notices);
  }

  /// Has them look.
  public void join(Analysis analysis) {
    running.forEach(analysis::plugin);
  }

  /// Whether one of them may say something of flows.
  public boolean annotate() {
    return running.stream().anyMatch(plugin -> !plugin.columns().isEmpty());
  }

  /// Shows integrations the alerts, and has all of them clean up.
  public Said finish(Analysis analysis, RunSummary summary) {
    List<String> said = new ArrayList<>();
    List<ShownMetric> metrics = new ArrayList<>();
    for (PluginOutcome outcome : Farewell.of(running, summary.alerts())) {
      metrics.addAll(outcome.shownMetrics());
      String name = outcome.manifest().id() + " " + outcome.manifest().version();
      outcome
          .failures()
          .forEach(
              failure ->
                  said.add(
                      "plugin "
                          + name
                          + " failed ("
                          + failure.cause().label()
                          + "): "
                          + Lines.harmless(failure.message())));
    }
    return new Said(said, analysis.charts(summary, metrics));
  }

  @Override
  public void close() {
    running.forEach(RunningPlugin::close);
  }
}
