package io.aegispcap.plugin;

/// Takes what a detector found.
@FunctionalInterface
public interface Findings {
  /// @throws IllegalArgumentException when the manifest declares no such rule, or a part is missing
  /// @throws NotGrantedException without `write:findings`
  void report(Finding finding);
}
