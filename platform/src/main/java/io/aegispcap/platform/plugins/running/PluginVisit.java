package io.aegispcap.platform.plugins.running;

import io.aegispcap.analysis.report.Analysis;
import io.aegispcap.analysis.report.RunSummary;
import io.aegispcap.extension.running.PluginOutcome;
import io.aegispcap.extension.running.RunningPlugin;
import io.aegispcap.platform.captures.CaptureId;
import io.aegispcap.platform.captures.Onlooker;
import io.aegispcap.platform.plugins.HeldPlugin;
import java.util.ArrayList;
import java.util.List;

/// Plugins at one analysis.
record PluginVisit(CaptureId capture, List<Guest> guests, Outcomes outcomes)
    implements Onlooker.Visit {

  /// A plugin in its cage.
  record Guest(HeldPlugin plugin, RunningPlugin running) {}

  PluginVisit {
    guests = List.copyOf(guests);
  }

  @Override
  public void join(Analysis engine) {
    guests.forEach(guest -> engine.plugin(guest.running()));
  }

  /// An integration may be shown the same alerts twice, when the analysis has to be done again.
  @Override
  public Runnable finished(RunSummary summary) {
    List<Runnable> effects = new ArrayList<>();
    for (Guest guest : guests) {
      guest.running().show(summary.alerts());
      PluginOutcome outcome = guest.running().finish();
      effects.add(() -> outcomes.keep(guest.plugin(), capture, outcome));
    }
    return () -> effects.forEach(Runnable::run);
  }

  @Override
  public void close() {
    guests.forEach(guest -> guest.running().close());
  }
}
