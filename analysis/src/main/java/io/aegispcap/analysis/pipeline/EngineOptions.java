package io.aegispcap.analysis.pipeline;

import io.aegispcap.analysis.flow.FlowOptions;
import io.aegispcap.capture.packet.DecodeOptions;

/// What a run depends on. Threads change how long it takes, and nothing else.
///
/// @param threads 1 to 64
public record EngineOptions(FlowOptions flows, DecodeOptions decode, int threads) {
  public EngineOptions {
    if (threads < 1 || threads > 64) {
      throw new IllegalArgumentException("threads: " + threads + " is not in 1..64");
    }
  }

  /// Default flow and decoding options, a thread for each processor.
  public static EngineOptions defaults() {
    int processors = Math.min(64, Runtime.getRuntime().availableProcessors());
    return new EngineOptions(FlowOptions.defaults(), DecodeOptions.DEFAULT, processors);
  }

  public EngineOptions withFlows(FlowOptions other) {
    return new EngineOptions(other, decode, threads);
  }

  public EngineOptions withDecode(DecodeOptions other) {
    return new EngineOptions(flows, other, threads);
  }

  public EngineOptions withThreads(int other) {
    return new EngineOptions(flows, decode, other);
  }
}
