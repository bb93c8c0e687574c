package io.aegispcap.plugin;

/// Finds what is suspicious. Needs `write:findings`.
public non-sealed interface Detector extends Plugin {
  /// Flows that ended, in a fixed order; 1 to [FlowBatch#MAX_FLOWS] of them. What is kept between
  /// batches counts against the plugin's memory.
  void process(FlowBatch flows, Findings findings);

  /// The capture is over.
  default void endOfCapture(Findings findings) {}
}
