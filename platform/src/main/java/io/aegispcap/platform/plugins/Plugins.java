package io.aegispcap.platform.plugins;

import io.aegispcap.extension.running.PluginOutcome;
import io.aegispcap.extension.sandbox.PluginFailure;
import io.aegispcap.extension.sandbox.SuspensionPolicy;
import io.aegispcap.extension.trust.TrustStore;
import io.aegispcap.platform.captures.CaptureId;
import io.aegispcap.plugin.Capability;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The packages that are kept here.
public interface Plugins extends TrustStore {

  /// Installed ones in the order in which they run, then offered ones, the latest first.
  List<HeldPlugin> all();

  Optional<HeldPlugin> find(PluginId id);

  /// The installed version of a package.
  Optional<HeldPlugin> installed(String packageId);

  /// Keeps a package, or finds it when the same bytes were offered before.
  HeldPlugin offer(HeldPlugin plugin, String manifest);

  /// Installs it in place of another version; that one is offered again.
  void install(PluginId id, Set<Capability> granted, Instant now);

  /// From now on the namespace belongs to this key.
  void pin(String namespace, String key, Instant now);

  void revoke(String key, Instant now);

  void state(PluginId id, PluginState state);

  void settings(PluginId id, Map<String, String> settings);

  /// Moves it before all others, or behind them.
  void place(PluginId id, boolean first);

  void remove(PluginId id);

  /// Notes what a run came to, and keeps what its store holds.
  void ran(PluginId id, CaptureId capture, PluginOutcome outcome, Instant now);

  /// Whether failures over several analyses are more than the policy allows, or its latest
  /// [SuspensionPolicy#RUNS] analyses brought failures and nothing else.
  boolean keepsFailing(PluginId id, SuspensionPolicy policy, Instant now);

  /// The latest failures first.
  List<PluginFailure> failures(PluginId id, int most);

  /// The latest first.
  List<PluginCost> costs(PluginId id, int most);
}
