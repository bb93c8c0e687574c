package io.aegispcap.analysis.detection.flood;

import io.aegispcap.analysis.detection.Addresses;
import io.aegispcap.analysis.detection.tracking.DistinctSet;
import io.aegispcap.analysis.detection.tracking.Proof;
import io.aegispcap.analysis.detection.tracking.RateRing;
import io.aegispcap.analysis.detection.tracking.Span;
import io.aegispcap.analysis.flow.Flow;
import io.aegispcap.capture.packet.IpAddress;

/// A host, or a port of it, that is sent a lot. Its larger parts are made when a lot came.
final class Victim {
  static final int COUNTED_SOURCES = 4_096;

  final IpAddress address;
  final int port;
  final DistinctSet sources = new DistinctSet(COUNTED_SOURCES);
  final RateRing rate = new RateRing();
  final Proof proof = new Proof();
  final Span span = new Span();
  long packets;
  long bytes;

  Victim(long high, long low, long port, long d, long e) {
    this.address = new IpAddress(high, low);
    this.port = (int) port;
  }

  /// @return packets of the ten seconds in which the flow began, so far
  long hit(Flow flow, long sourceHigh, long sourceLow, long flowPackets) {
    sources.add(Addresses.mixed(sourceHigh, sourceLow));
    packets += flowPackets;
    proof.add(flow);
    span.add(flow.start());
    return rate.add(flow.start(), RateRing.share(flowPackets, flow.duration()));
  }

  double peakPerSecond() {
    return rate.peak() / (RateRing.SLOT / (double) Span.SECOND);
  }

  /// How many sources, in words.
  String fromSources() {
    return (sources.full() ? "more than " : "")
        + sources.size()
        + (sources.size() == 1 ? " address" : " addresses");
  }
}
