package io.aegispcap.platform.captures.run;

import io.aegispcap.analysis.chart.ChartAnswer;
import io.aegispcap.analysis.report.Analysis;
import io.aegispcap.analysis.report.RunSummary;
import io.aegispcap.platform.captures.Capture;
import io.aegispcap.platform.captures.Onlooker;
import java.util.ArrayList;
import java.util.List;

/// All who look on at one analysis.
final class Visits implements AutoCloseable {
  private final List<Onlooker.Visit> visits = new ArrayList<>();
  private final List<Runnable> effects = new ArrayList<>();

  Visits(List<Onlooker> onlookers, Capture capture) {
    onlookers.forEach(onlooker -> visits.add(onlooker.visit(capture)));
  }

  void join(Analysis engine) {
    visits.forEach(visit -> visit.join(engine));
  }

  void finished(RunSummary summary) {
    visits.forEach(visit -> effects.add(visit.finished(summary)));
  }

  List<ChartAnswer> charts() {
    return visits.stream().flatMap(visit -> visit.charts().stream()).toList();
  }

  /// What to do in the transaction that records that the analysis is done.
  List<Runnable> effects() {
    return List.copyOf(effects);
  }

  @Override
  public void close() {
    visits.forEach(Onlooker.Visit::close);
  }
}
