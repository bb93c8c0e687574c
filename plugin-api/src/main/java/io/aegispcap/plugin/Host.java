package io.aegispcap.plugin;

import java.util.Map;
import java.util.Set;

/// What the host lends a plugin.
public interface Host {
  /// Capabilities that were granted, as manifests write them.
  Set<String> capabilities();

  /// Settings by the names of the manifest's settings schema; numbers and switches as text.
  Map<String, String> settings();

  /// Counters, gauges and histograms.
  ///
  /// @throws NotGrantedException without `write:metrics`, when something is written
  Metrics metrics();

  /// A small store of the plugin's own, kept from run to run where the host has somewhere to keep
  /// it.
  ///
  /// @throws NotGrantedException without `store:SIZE`, when it is used
  Store store();

  /// Notes a line for whoever looks after the plugin; cut at 1,000 characters, and after 1,000
  /// lines nothing more is noted.
  void log(String line);
}
