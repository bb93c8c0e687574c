package io.aegispcap.plugin;

/// Adds features and annotations to flows. Needs `write:features`.
public non-sealed interface Analyzer extends Plugin {
  /// Flows that ended, in a fixed order; 1 to [FlowBatch#MAX_FLOWS] of them.
  void process(FlowBatch flows, Annotations annotations);

  /// The capture is over. Flows of before may still be annotated.
  default void endOfCapture(Annotations annotations) {}
}
