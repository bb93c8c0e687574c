package io.aegispcap.plugin;

/// A plugin: one of four kinds, with one lifecycle. The host makes one object with the constructor
/// without parameters, and calls from one thread: [#getMetadata], [#initialize], `process` as often
/// as there is something to process, and [#cleanup]. Whatever it throws ends the current batch: the
/// batch is tried once more in a fresh process.
///
/// It runs in a process of its own that can read nothing but itself, write nothing, and reach no
/// network. What it may see is what its package asked for and somebody granted, see [Capability].
public sealed interface Plugin permits Analyzer, Detector, Integration, Visualization {
  /// Which plugin this is; has to agree with its package's manifest.
  PluginMetadata getMetadata();

  /// Called once, before anything is processed.
  ///
  /// @param host what the plugin may use; may be kept
  default void initialize(Host host) {}

  /// Called once, at the end.
  default void cleanup() {}
}
