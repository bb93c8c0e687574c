package io.aegispcap.platform.plugins.web;

import io.aegispcap.extension.sandbox.Confinement;
import io.aegispcap.platform.plugins.HeldPlugin;
import io.aegispcap.platform.web.Page;
import java.util.List;

/// The plugins that are here.
///
/// @param confinement what this machine can enforce
public record PluginListPage(List<HeldPlugin> plugins, Confinement confinement) implements Page {
  public PluginListPage {
    plugins = List.copyOf(plugins);
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
