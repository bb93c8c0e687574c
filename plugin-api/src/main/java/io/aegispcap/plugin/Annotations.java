package io.aegispcap.plugin;

/// Takes what an analyzer says of flows.
public interface Annotations {
  /// @param name of a feature that the manifest declares
  /// @param value finite
  /// @throws IllegalArgumentException when it is not declared or not finite
  /// @throws NotGrantedException without `write:features`
  void feature(Flow flow, String name, double value);

  /// @param name of an annotation that the manifest declares
  /// @param text at most 1,000 characters are kept
  /// @throws IllegalArgumentException when it is not declared
  /// @throws NotGrantedException without `write:features`
  void annotate(Flow flow, String name, String text);
}
