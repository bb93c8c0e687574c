package io.aegispcap.analysis.flow;

import io.aegispcap.capture.packet.LinkMessage;
import io.aegispcap.capture.protocol.Fact;

/// Hears of flows and facts in a fixed order that does not depend on the number of threads. Calls
/// come from one thread at a time.
public interface FlowObserver {
  /// What it wants to hear of: always the same.
  default Interest interest() {
    return Interest.ALL;
  }

  /// A flow ended. It is a reused object: valid during the call only.
  void flow(Flow flow);

  /// A conversation said something; its flow may still go on. Facts come before their flow's end.
  default void fact(FlowKey key, Fact fact) {}

  /// A station said something to its own link that belongs to no conversation. Those of a stretch
  /// of the capture come in its order, before the facts and flows of that stretch.
  default void link(LinkMessage message) {}
}
