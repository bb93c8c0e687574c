package io.aegispcap.platform.plugins;

import io.aegispcap.extension.pack.Manifest;
import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.blobs.BlobId;
import io.aegispcap.plugin.Capability;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A package that is here.
///
/// @param authorKey 64 hex digits; empty when it is not signed
/// @param trust in words: who signed it, and whether that is known
/// @param refused whether it may not be installed, since a check failed or its signature does not
///   do
/// @param granted what it may see and do, once installed
/// @param settings those that differ from the manifest's
/// @param kept what its store holds
public record HeldPlugin(
    PluginId id,
    Manifest manifest,
    BlobId content,
    String authorKey,
    String trust,
    boolean refused,
    List<CheckedPart> checks,
    PluginState state,
    Set<Capability> granted,
    Map<String, String> settings,
    Map<String, String> kept,
    Instant offered,
    PersonId offeredBy,
    Optional<Instant> installed) {
  public HeldPlugin {
    checks = List.copyOf(checks);
    granted = Set.copyOf(granted);
    settings = Map.copyOf(settings);
    kept = Map.copyOf(kept);
  }

  /// Whether a check failed: then it runs nowhere.
  public boolean failed() {
    return checks.stream().anyMatch(check -> check.verdict().equals("failed"));
  }

  /// Where its page is.
  public String path() {
    return "/plugins/" + id;
  }
}
