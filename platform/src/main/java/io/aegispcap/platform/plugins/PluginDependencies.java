package io.aegispcap.platform.plugins;

import io.aegispcap.extension.resolve.Release;
import io.aegispcap.extension.resolve.Resolution;
import io.aegispcap.extension.resolve.Resolver;
import io.aegispcap.extension.resolve.VersionRange;
import io.aegispcap.platform.captures.Version;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// What plugins need of each other: their classes.
@Component
public class PluginDependencies {
  private final Plugins plugins;

  PluginDependencies(Plugins plugins) {
    this.plugins = plugins;
  }

  /// What has to be installed together with a plugin.
  public sealed interface Plan {
    /// These, which are offered here, or nothing; each before what needs it.
    record Together(List<HeldPlugin> others) implements Plan {
      public Together {
        others = List.copyOf(others);
      }
    }

    /// No versions go together.
    ///
    /// @param explanation for people
    record Impossible(String explanation) implements Plan {}
  }

  /// Installed packages that an installed plugin needs, and what these need.
  ///
  /// @throws IOException when one is not installed, or no longer taken
  public List<HeldPlugin> installed(HeldPlugin plugin) throws IOException {
    Map<String, HeldPlugin> found = new LinkedHashMap<>();
    require(plugin, found);
    found.remove(plugin.manifest().id());
    return List.copyOf(found.values());
  }

  private void require(HeldPlugin plugin, Map<String, HeldPlugin> found) throws IOException {
    for (Map.Entry<String, String> need : plugin.manifest().dependencies().entrySet()) {
      Optional<HeldPlugin> other =
          plugins
              .installed(need.getKey())
              .filter(it -> admits(need.getValue(), it))
              .filter(it -> !plugins.revoked(it.authorKey()));
      if (other.isEmpty()) {
        throw new IOException(
            plugin.manifest().id()
                + " needs "
                + need.getKey()
                + " "
                + need.getValue()
                + ", which is not installed, or whose key was revoked");
      }
      if (found.putIfAbsent(need.getKey(), other.get()) == null) {
        require(other.get(), found);
      }
    }
  }

  private static boolean admits(String range, HeldPlugin plugin) {
    return VersionRange.of(range).filter(it -> it.admits(plugin.manifest().version())).isPresent();
  }

  /// Installed and offered packages that a plugin would need.
  ///
  /// @throws IOException when they are not here
  public List<HeldPlugin> offered(HeldPlugin plugin) throws IOException {
    return switch (solve(plugin, false)) {
      case Solution.Found(Map<String, HeldPlugin> all) -> closure(plugin, all);
      case Solution.None(String explanation) -> throw new IOException(explanation);
    };
  }

  /// What has to be installed with it, so that all that is installed goes together. What is
  /// installed stays as it is, where that is possible.
  public Plan plan(HeldPlugin plugin) {
    if (plugin.manifest().dependencies().isEmpty()
        && dependents(plugin.manifest().id()).isEmpty()) {
      return new Plan.Together(List.of());
    }
    return switch (solve(plugin, true)) {
      case Solution.Found(Map<String, HeldPlugin> all) ->
          new Plan.Together(
              closure(plugin, all).stream().filter(it -> !it.state().installed()).toList());
      case Solution.None(String explanation) -> new Plan.Impossible(explanation);
    };
  }

  /// Installed plugins that need a package.
  public List<HeldPlugin> dependents(String id) {
    return plugins.all().stream()
        .filter(plugin -> plugin.state().installed())
        .filter(plugin -> plugin.manifest().dependencies().containsKey(id))
        .toList();
  }

  private sealed interface Solution {
    /// @param all by id
    record Found(Map<String, HeldPlugin> all) implements Solution {}

    record None(String explanation) implements Solution {}
  }

  /// @param together whether what is installed has to go on working
  private Solution solve(HeldPlugin plugin, boolean together) {
    Solution kept = solve(plugin, together, true);
    return kept instanceof Solution.None ? solve(plugin, together, false) : kept;
  }

  /// @param fixed whether installed packages keep their versions
  private Solution solve(HeldPlugin plugin, boolean together, boolean fixed) {
    String id = plugin.manifest().id();
    Map<String, Map<String, HeldPlugin>> here = here(plugin, fixed);
    Map<String, String> wanted = new LinkedHashMap<>();
    if (together) {
      plugins.all().stream()
          .filter(it -> it.state().installed())
          .forEach(it -> wanted.put(it.manifest().id(), any(it.manifest().version())));
    }
    wanted.put(id, "=" + plugin.manifest().version());
    Resolution resolution =
        Resolver.resolve(
            wanted,
            asked ->
                here.getOrDefault(asked, Map.of()).values().stream()
                    .map(PluginDependencies::release)
                    .toList(),
            Version.number());
    return switch (resolution) {
      case Resolution.Solved(Map<String, String> versions) -> {
        Map<String, HeldPlugin> all = new LinkedHashMap<>();
        versions.forEach(
            (name, version) ->
                Optional.ofNullable(here.getOrDefault(name, Map.of()).get(version))
                    .ifPresent(it -> all.put(name, it)));
        yield new Solution.Found(all);
      }
      case Resolution.Conflict(String explanation, var _) -> new Solution.None(explanation);
      case Resolution.Undecided(String explanation) -> new Solution.None(explanation);
    };
  }

  /// Any version, and this one: one before a release lies in no range that does not name it.
  private static String any(String version) {
    return ">=0.0.0-0 || =" + version;
  }

  /// Packages that may be used, by id and version.
  private Map<String, Map<String, HeldPlugin>> here(HeldPlugin plugin, boolean fixed) {
    Map<String, Map<String, HeldPlugin>> here = new LinkedHashMap<>();
    Set<String> closed = new HashSet<>();
    closed.add(plugin.manifest().id());
    here.put(plugin.manifest().id(), Map.of(plugin.manifest().version(), plugin));
    for (HeldPlugin each : plugins.all()) { // installed ones first
      String id = each.manifest().id();
      boolean installed = each.state().installed();
      if (!closed.contains(id) && (installed || !each.refused())) {
        here.computeIfAbsent(id, _ -> new LinkedHashMap<>())
            .putIfAbsent(each.manifest().version(), each);
        if (installed && fixed) {
          closed.add(id);
        }
      }
    }
    return here;
  }

  private static Release release(HeldPlugin plugin) {
    return new Release(
        plugin.manifest().version(), plugin.manifest().api(), plugin.manifest().dependencies());
  }

  /// What a plugin needs, directly and by others; each before what needs it.
  private static List<HeldPlugin> closure(HeldPlugin plugin, Map<String, HeldPlugin> all) {
    List<HeldPlugin> order = new ArrayList<>();
    visit(plugin, all, new HashSet<>(), order);
    order.remove(plugin);
    return order;
  }

  private static void visit(
      HeldPlugin plugin, Map<String, HeldPlugin> all, Set<String> seen, List<HeldPlugin> order) {
    if (seen.add(plugin.manifest().id())) {
      plugin
          .manifest()
          .dependencies()
          .keySet()
          .forEach(
              id ->
                  Optional.ofNullable(all.get(id))
                      .ifPresent(other -> visit(other, all, seen, order)));
      order.add(plugin);
    }
  }
}
