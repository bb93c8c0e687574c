package io.aegispcap.platform.plugins.web;

import io.aegispcap.extension.sandbox.Confinement;
import io.aegispcap.platform.plugins.HeldPlugin;
import io.aegispcap.platform.web.Page;
import io.aegispcap.platform.web.SearchText;
import java.util.List;

/// The plugins that are here, or those of them that somebody looks for.
///
/// @param all how many are here
/// @param confinement what this machine can enforce
public record PluginListPage(
    List<HeldPlugin> plugins, int all, SearchText wanted, Confinement confinement) implements Page {
  private static final int SEEN_AT_ONCE = 10;

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

  /// Whether there are more than one sees without looking for some.
  public boolean searchable() {
    return all > SEEN_AT_ONCE || !wanted.isEmpty();
  }

  public List<HeldPlugin> installed() {
    return plugins.stream().filter(plugin -> plugin.state().installed()).toList();
  }

  public List<HeldPlugin> offered() {
    return plugins.stream().filter(plugin -> !plugin.state().installed()).toList();
  }
}
