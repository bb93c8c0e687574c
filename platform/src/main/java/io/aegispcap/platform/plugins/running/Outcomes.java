package io.aegispcap.platform.plugins.running;

import io.aegispcap.extension.running.PluginOutcome;
import io.aegispcap.platform.captures.CaptureId;
import io.aegispcap.platform.notices.Notices;
import io.aegispcap.platform.plugins.HeldPlugin;
import io.aegispcap.platform.plugins.PluginState;
import io.aegispcap.platform.plugins.Plugins;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;

/// Keeps what a plugin's run came to, within the transaction that records the analysis.
@Component
class Outcomes {
  private final Plugins plugins;
  private final PluginMetrics metrics;
  private final Notices notices;
  private final InstantSource clock;

  Outcomes(Plugins plugins, PluginMetrics metrics, Notices notices, InstantSource clock) {
    this.plugins = plugins;
    this.metrics = metrics;
    this.notices = notices;
    this.clock = clock;
  }

  void keep(HeldPlugin plugin, CaptureId capture, PluginOutcome outcome) {
    plugins.ran(plugin.id(), capture, outcome, clock.instant());
    metrics.add(outcome);
    if (outcome.suspended()) {
      plugins.state(plugin.id(), PluginState.SUSPENDED);
      notices.tell(
          List.of(plugin.offeredBy()),
          "plugin-suspended:" + plugin.id(),
          "The plugin " + plugin.manifest().id() + " failed too often and was switched off.",
          plugin.path());
    }
  }
}
