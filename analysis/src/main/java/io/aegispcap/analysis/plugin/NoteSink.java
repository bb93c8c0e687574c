package io.aegispcap.analysis.plugin;

/// Takes what a plugin says of flows.
@FunctionalInterface
public interface NoteSink {
  /// @param flow number of a flow that was shown to it
  /// @param name of one of its columns
  /// @param value the text, or the number as text; the last one counts
  void note(long flow, String name, String value);
}
