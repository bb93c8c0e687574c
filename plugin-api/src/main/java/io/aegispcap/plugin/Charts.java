package io.aegispcap.plugin;

/// Takes charts.
@FunctionalInterface
public interface Charts {
  /// @throws IllegalArgumentException when its id was taken before
  /// @throws NotGrantedException without `write:visualizations`
  void show(Chart chart);
}
