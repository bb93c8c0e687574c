package io.aegispcap.platform.plugins.web;

import io.aegispcap.platform.plugins.HeldPlugin;
import io.aegispcap.platform.web.Page;
import java.util.List;

/// The plugins that are here.
///
/// @param missing why this machine can't confine plugins; empty when it can
public record PluginListPage(List<HeldPlugin> plugins, List<String> missing) implements Page {
  public PluginListPage {
    plugins = List.copyOf(plugins);
    missing = List.copyOf(missing);
  }

  @Override
  public String title() {
    return "Plugins";
  }

  @Override
  public String template() {
    return "plugins/list";
  }

  public List<HeldPlugin> installed() {
    return plugins.stream().filter(plugin -> plugin.state().installed()).toList();
  }

  public List<HeldPlugin> offered() {
    return plugins.stream().filter(plugin -> !plugin.state().installed()).toList();
  }
}
