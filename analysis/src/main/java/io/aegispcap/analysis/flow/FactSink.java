package io.aegispcap.analysis.flow;

import io.aegispcap.capture.protocol.Fact;

/// Takes facts as conversations say them.
@FunctionalInterface
public interface FactSink {
  void fact(FlowKey key, Fact fact);
}
