package io.aegispcap.platform.plugins.running;

import io.aegispcap.analysis.chart.ChartAnswer;
import io.aegispcap.analysis.chart.ShownMetric;
import io.aegispcap.analysis.report.Analysis;
import io.aegispcap.analysis.report.RunSummary;
import io.aegispcap.extension.running.Farewell;
import io.aegispcap.extension.running.PluginOutcome;
import io.aegispcap.extension.running.RunningPlugin;
import io.aegispcap.platform.captures.CaptureId;
import io.aegispcap.platform.captures.Onlooker;
import io.aegispcap.platform.plugins.HeldPlugin;
import io.aegispcap.plugin.PluginKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Plugins at one analysis.
final class PluginVisit implements Onlooker.Visit {
  private final CaptureId capture;
  private final List<Guest> guests;
  private final List<Absent> absent;
  private final Outcomes outcomes;
  private Optional<Analysis> joined = Optional.empty();
  private List<ChartAnswer> charts = List.of();

  /// @param absent those that should be here, and could not be caged
  PluginVisit(CaptureId capture, List<Guest> guests, List<Absent> absent, Outcomes outcomes) {
    this.capture = capture;
    this.guests = List.copyOf(guests);
    this.absent = List.copyOf(absent);
    this.outcomes = outcomes;
  }

  /// A plugin in its cage.
  record Guest(HeldPlugin plugin, RunningPlugin running) {}

  /// A plugin that could not be caged.
  record Absent(HeldPlugin plugin, PluginOutcome outcome) {}

  @Override
  public void join(Analysis engine) {
    joined = Optional.of(engine);
    guests.forEach(guest -> engine.plugin(guest.running()));
  }

  /// An integration may be shown the same alerts twice, when the analysis has to be done again.
  @Override
  public Runnable finished(RunSummary summary) {
    List<Runnable> effects = new ArrayList<>();
    List<ShownMetric> metrics = new ArrayList<>();
    List<PluginOutcome> done =
        Farewell.of(guests.stream().map(Guest::running).toList(), summary.alerts());
    for (int i = 0; i < guests.size(); i++) {
      HeldPlugin plugin = guests.get(i).plugin();
      PluginOutcome outcome = done.get(i);
      metrics.addAll(outcome.shownMetrics());
      effects.add(() -> outcomes.keep(plugin, capture, outcome));
    }
    absent.forEach(it -> effects.add(() -> outcomes.keep(it.plugin(), capture, it.outcome())));
    charts = drawn(summary, metrics);
    effects.add(() -> outcomes.draw(capture, plugins(), charts));
    return () -> effects.forEach(Runnable::run);
  }

  private List<ChartAnswer> drawn(RunSummary summary, List<ShownMetric> metrics) {
    List<ChartAnswer> answers = new ArrayList<>();
    joined.ifPresent(engine -> answers.addAll(engine.charts(summary, metrics)));
    absent.stream()
        .filter(it -> it.plugin().manifest().kind() == PluginKind.VISUALIZATION)
        .map(it -> it.outcome().failures().getLast())
        .map(it -> ChartAnswer.missing(it.plugin(), "It could not be started: " + it.message()))
        .forEach(answers::add);
    return answers;
  }

  private List<HeldPlugin> plugins() {
    return Stream.concat(guests.stream().map(Guest::plugin), absent.stream().map(Absent::plugin))
        .toList();
  }

  @Override
  public List<ChartAnswer> charts() {
    return charts;
  }

  @Override
  public void close() {
    guests.forEach(guest -> guest.running().close());
  }
}
