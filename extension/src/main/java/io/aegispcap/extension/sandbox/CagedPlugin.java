package io.aegispcap.extension.sandbox;

import io.aegispcap.cage.wire.ToChild;
import io.aegispcap.plugin.Capability;
import io.aegispcap.plugin.PluginMetadata;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A plugin that is to run.
///
/// @param metadata which one
/// @param packages files: its own, then those it depends on
/// @param entryPoint its class
/// @param granted what it may see and do
/// @param declared names that its manifest declares
/// @param settings by name
/// @param kept what its store held
/// @param features names of the host's features in their order
public record CagedPlugin(
    PluginMetadata metadata,
    List<Path> packages,
    String entryPoint,
    Set<Capability> granted,
    ToChild.Declared declared,
    Map<String, String> settings,
    Map<String, String> kept,
    List<String> features) {
  public CagedPlugin {
    packages = List.copyOf(packages);
    granted = Set.copyOf(granted);
    settings = Map.copyOf(settings);
    kept = Map.copyOf(kept);
    features = List.copyOf(features);
  }

  ToChild.Begin begin() {
    return new ToChild.Begin(
        packages.stream().map(file -> file.toAbsolutePath().toString()).toList(),
        entryPoint,
        metadata.kind(),
        granted,
        declared,
        settings,
        kept,
        features);
  }
}
