package io.aegispcap.plugin;

/// Metrics that the manifest declares, with their units; they appear in Prometheus under the
/// plugin's name. Undeclared names and values that are not finite are refused with an
/// [IllegalArgumentException].
public interface Metrics {
  /// Adds to a counter.
  ///
  /// @param by 0 or more
  void count(String name, double by);

  /// Sets a gauge.
  void gauge(String name, double value);

  /// Adds an observation to a histogram.
  void observe(String name, double value);
}
