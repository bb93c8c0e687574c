package io.aegispcap.platform.plugins.trial;

import io.aegispcap.platform.plugins.PluginId;
import java.util.List;
import java.util.Optional;

/// Trials that were asked for.
public interface TrialStore {
  void add(Trial trial);

  Optional<Trial> find(TrialId id);

  /// The latest first.
  List<Trial> of(PluginId plugin, int most);

  void done(TrialId id, TrialOutcome outcome);
}
