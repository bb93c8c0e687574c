package io.aegispcap.plugin;

/// Declares charts over what host and plugins hold. Needs `write:visualizations`.
public non-sealed interface Visualization extends Plugin {
  /// Called once for each run: the charts are drawn by the host.
  void process(Charts charts);
}
