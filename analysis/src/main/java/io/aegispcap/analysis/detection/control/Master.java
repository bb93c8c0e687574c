package io.aegispcap.analysis.detection.control;

import io.aegispcap.analysis.detection.tracking.DistinctSet;
import io.aegispcap.analysis.detection.tracking.Proof;
import io.aegispcap.analysis.detection.tracking.Span;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.capture.protocol.control.ControlAction;
import io.aegispcap.capture.protocol.control.ControlFunction;

/// What one host did with one device.
final class Master {
  /// Refusals and units that did not answer, from which on it looked around.
  private static final int SEARCHED = 5;

  private static final int MOST_COUNTED = 64;

  final String address;
  final Span span = new Span();
  final Span writeSpan = new Span();
  final Proof proof = new Proof();
  private final DistinctSet failures = new DistinctSet(MOST_COUNTED);
  long messages;
  long reads;
  long writes;
  long accepted;
  String example = "";

  Master(String address) {
    this.address = address;
  }

  void add(FlowKey key, ControlFunction fact) {
    if (fact.action() == ControlAction.REPORT) {
      return;
    }
    messages += fact.count();
    span.add(fact.timestamp());
    span.add(fact.lastTimestamp());
    if (fact.action() == ControlAction.READ) {
      reads += fact.count();
    }
    if (fact.action() == ControlAction.WRITE) {
      writes += fact.count();
      accepted += fact.refused() ? 0 : fact.count();
      writeSpan.add(fact.timestamp());
      writeSpan.add(fact.lastTimestamp());
      proof.add(key, fact.frameId());
      if (fact.lastFrame() != fact.frameId()) {
        proof.add(key, fact.lastFrame());
      }
      if (example.isEmpty()) {
        example =
            fact.targets().isEmpty()
                ? fact.function()
                : fact.function() + " of " + fact.targets().getFirst();
      }
    } else if (fact.refused()) {
      failures.add((long) fact.unit().hashCode() << 32 | fact.code());
    }
  }

  /// Whether the device refused so many kinds of things that it was searched.
  boolean searched() {
    return failures.size() >= SEARCHED;
  }

  int refusals() {
    return failures.size();
  }
}
