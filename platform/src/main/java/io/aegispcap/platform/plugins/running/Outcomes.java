package io.aegispcap.platform.plugins.running;

import io.aegispcap.analysis.chart.ChartAnswer;
import io.aegispcap.extension.running.PluginOutcome;
import io.aegispcap.extension.sandbox.SuspensionPolicy;
import io.aegispcap.platform.captures.CaptureId;
import io.aegispcap.platform.notices.Notices;
import io.aegispcap.platform.plugins.HeldPlugin;
import io.aegispcap.platform.plugins.PluginCharts;
import io.aegispcap.platform.plugins.PluginState;
import io.aegispcap.platform.plugins.Plugins;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;

/// Keeps what a plugin's run came to, within the transaction that records the analysis.
@Component
class Outcomes {
  private final Plugins plugins;
  private final PluginCharts charts;
  private final PluginMetrics metrics;
  private final Notices notices;
  private final InstantSource clock;

  Outcomes(
      Plugins plugins,
      PluginCharts charts,
      PluginMetrics metrics,
      Notices notices,
      InstantSource clock) {
    this.plugins = plugins;
    this.charts = charts;
    this.metrics = metrics;
    this.notices = notices;
    this.clock = clock;
  }

  /// A plugin that hangs says too little in one analysis to be suspended by it.
  private boolean keepsFailing(HeldPlugin plugin, PluginOutcome outcome) {
    return !outcome.failures().isEmpty()
        && plugins.keepsFailing(plugin.id(), SuspensionPolicy.DEFAULT, clock.instant());
  }

  /// @param drawn charts of all of them
  void draw(CaptureId capture, List<HeldPlugin> guests, List<ChartAnswer> drawn) {
    charts.clear(capture);
    for (HeldPlugin plugin : guests) {
      List<ChartAnswer> own =
          drawn.stream().filter(it -> it.plugin().equals(plugin.manifest().id())).toList();
      if (!own.isEmpty()) {
        charts.put(capture, plugin.id(), own, clock.instant());
      }
    }
  }

  void keep(HeldPlugin plugin, CaptureId capture, PluginOutcome outcome) {
    plugins.ran(plugin.id(), capture, outcome, clock.instant());
    metrics.add(outcome);
    if (outcome.suspended() || keepsFailing(plugin, outcome)) {
      plugins.state(plugin.id(), PluginState.SUSPENDED);
      notices.tell(
          List.of(plugin.offeredBy()),
          "plugin-suspended:" + plugin.id(),
          "The plugin " + plugin.manifest().id() + " failed too often and was switched off.",
          plugin.path());
    }
  }
}
