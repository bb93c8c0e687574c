package io.aegispcap.analysis.flow;

import io.aegispcap.capture.protocol.Fact;

/// Takes facts as conversations say them; the flow is one that is going on.
@FunctionalInterface
public interface FactSink {
  void fact(Flow flow, Fact fact);
}
