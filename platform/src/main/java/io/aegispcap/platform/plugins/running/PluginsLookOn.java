package io.aegispcap.platform.plugins.running;

import io.aegispcap.platform.captures.Capture;
import io.aegispcap.platform.captures.Onlooker;
import io.aegispcap.platform.plugins.HeldPlugin;
import io.aegispcap.platform.plugins.PluginState;
import io.aegispcap.platform.plugins.Plugins;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/// Enabled plugins look on at each analysis. One keeps the version that it began with, whatever is
/// installed meanwhile.
@Component
class PluginsLookOn implements Onlooker {
  private final Plugins plugins;
  private final Cages cages;
  private final Outcomes outcomes;

  PluginsLookOn(Plugins plugins, Cages cages, Outcomes outcomes) {
    this.plugins = plugins;
    this.cages = cages;
    this.outcomes = outcomes;
  }

  @Override
  public Visit visit(Capture capture) {
    List<PluginVisit.Guest> guests = new ArrayList<>();
    List<PluginVisit.Absent> absent = new ArrayList<>();
    for (HeldPlugin plugin : plugins.all()) {
      if (plugin.state() == PluginState.ENABLED) {
        try {
          guests.add(new PluginVisit.Guest(plugin, cages.installed(plugin)));
        } catch (IOException e) { // its own failure, and nobody else's
          absent.add(new PluginVisit.Absent(plugin, cages.failed(plugin, e)));
        }
      }
    }
    return new PluginVisit(capture.id(), guests, absent, outcomes);
  }
}
