package io.aegispcap.analysis.detection.scan;

import io.aegispcap.analysis.detection.Addresses;
import io.aegispcap.analysis.detection.tracking.Proof;
import io.aegispcap.analysis.detection.tracking.Span;
import io.aegispcap.analysis.detection.tracking.TrackMap;
import io.aegispcap.analysis.flow.Flow;

/// A host and one that it probes: which ports, when, and the packets that prove it.
class ProbedPair {
  private final long sourceHigh;
  private final long sourceLow;
  private final long targetHigh;
  private final long targetLow;
  final PortSet ports = new PortSet();
  final Proof proof = new Proof();
  final Span span = new Span();

  ProbedPair(long sourceHigh, long sourceLow, long targetHigh, long targetLow) {
    this.sourceHigh = sourceHigh;
    this.sourceLow = sourceLow;
    this.targetHigh = targetHigh;
    this.targetLow = targetLow;
  }

  /// The pair that a flow runs between.
  ///
  /// @param kind what keeps several pairs of the same hosts apart; 0 when nothing does
  static <P> P of(Flow flow, long kind, TrackMap<P> pairs) {
    return pairs.at(
        flow.sourceHigh(),
        flow.sourceLow(),
        flow.destinationHigh(),
        flow.destinationLow(),
        kind,
        flow.start());
  }

  final String source() {
    return Addresses.text(sourceHigh, sourceLow);
  }

  final String target() {
    return Addresses.text(targetHigh, targetLow);
  }

  /// Forgets what was seen; the hosts stay.
  void clear() {
    ports.clear();
    proof.clear();
    span.clear();
  }
}
