package io.aegispcap.platform.plugins.web;

import io.aegispcap.extension.sandbox.PluginFailure;
import io.aegispcap.platform.captures.Capture;
import io.aegispcap.platform.captures.CaptureId;
import io.aegispcap.platform.plugins.HeldPlugin;
import io.aegispcap.platform.plugins.PluginCost;
import io.aegispcap.platform.plugins.PluginDependencies;
import io.aegispcap.platform.plugins.trial.Tried;
import io.aegispcap.platform.web.Page;
import io.aegispcap.plugin.Capability;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// One plugin.
///
/// @param by handle of who offered it; empty when they left
/// @param before the version of it that is installed, when that is another
/// @param saved whether its settings were saved just now
/// @param maintains whether the reader decides what is installed
/// @param removable whether the reader may remove it
/// @param captures on which the reader may try it
/// @param plan what has to be installed with it; empty when it is installed
/// @param dashboard of a plugin that declares charts, once something was analysed
public record PluginPage(
    HeldPlugin plugin,
    Optional<String> by,
    Optional<HeldPlugin> before,
    boolean saved,
    boolean maintains,
    boolean removable,
    List<Capture> captures,
    List<Tried> trials,
    List<PluginFailure> failures,
    List<PluginCost> costs,
    Optional<Dashboard> dashboard,
    Optional<PluginDependencies.Plan> plan)
    implements Page {
  public PluginPage {
    captures = List.copyOf(captures);
    trials = List.copyOf(trials);
    failures = List.copyOf(failures);
    costs = List.copyOf(costs);
  }

  /// Its charts on the capture that was analysed last, of those that the reader may see.
  ///
  /// @param capture its name
  public record Dashboard(CaptureId id, String capture, ChartsView charts) {}

  /// What is to be installed with it.
  public List<HeldPlugin> together() {
    return plan.orElse(new PluginDependencies.Plan.Together(List.of()))
            instanceof PluginDependencies.Plan.Together(List<HeldPlugin> others)
        ? others
        : List.of();
  }

  /// Why it can't be installed: no versions go together.
  public Optional<String> conflict() {
    return plan.isPresent()
            && plan.get() instanceof PluginDependencies.Plan.Impossible(String explanation)
        ? Optional.of(explanation)
        : Optional.empty();
  }

  /// What a package asks for, in a fixed order.
  public static Set<Capability> asked(HeldPlugin other) {
    return new TreeSet<>(other.manifest().capabilities());
  }

  @Override
  public String title() {
    return plugin.manifest().name();
  }

  @Override
  public String template() {
    return "plugins/plugin";
  }

  /// What it asks for, in a fixed order.
  public Set<Capability> asked() {
    return new TreeSet<>(plugin.manifest().capabilities());
  }

  /// Whether it asks for something that the installed version was not granted.
  public boolean asksForMore(Capability capability) {
    return before.filter(installed -> !installed.granted().contains(capability)).isPresent();
  }

  public boolean granted(Capability capability) {
    return plugin.granted().contains(capability);
  }

  /// A setting as it is.
  public String value(String name) {
    return plugin
        .settings()
        .getOrDefault(name, plugin.manifest().defaults().getOrDefault(name, ""));
  }
}
