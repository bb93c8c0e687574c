package io.aegispcap.platform.plugins.running;

import io.aegispcap.analysis.chart.ChartAnswer;
import io.aegispcap.analysis.chart.ShownMetric;
import io.aegispcap.analysis.report.Analysis;
import io.aegispcap.analysis.report.RunSummary;
import io.aegispcap.extension.running.PluginOutcome;
import io.aegispcap.extension.running.RunningPlugin;
import io.aegispcap.platform.captures.CaptureId;
import io.aegispcap.platform.captures.Onlooker;
import io.aegispcap.platform.plugins.HeldPlugin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    for (Guest guest : guests) {
      guest.running().show(summary.alerts());
      PluginOutcome outcome = guest.running().finish();
      metrics.addAll(outcome.shownMetrics());
      effects.add(() -> outcomes.keep(guest.plugin(), capture, outcome));
    }
    absent.forEach(it -> effects.add(() -> outcomes.keep(it.plugin(), capture, it.outcome())));
    charts = joined.map(engine -> engine.charts(summary, metrics)).orElse(List.of());
    effects.add(() -> outcomes.draw(capture, guests.stream().map(Guest::plugin).toList(), charts));
    return () -> effects.forEach(Runnable::run);
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
