package io.aegispcap.analysis.detection.flood;

import io.aegispcap.analysis.detection.Addresses;
import io.aegispcap.analysis.detection.Measure;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.analysis.detection.tracking.DistinctSet;
import io.aegispcap.analysis.detection.tracking.Proof;
import io.aegispcap.analysis.detection.tracking.RateRing;
import io.aegispcap.analysis.detection.tracking.Span;
import io.aegispcap.analysis.flow.Flow;
import io.aegispcap.capture.packet.IpAddress;
import java.util.List;

/// A host, or a port of it, that is sent a lot. Its larger parts are made when a lot came.
final class Victim {
  static final int COUNTED_SOURCES = 4_096;

  /// Times the threshold from which a flood is severe.
  private static final int MANY = 10;

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

  /// Adds a flow that came from a source; once the ten seconds in which it began have so many
  /// packets, the evidence grows.
  void hit(Flow flow, long sourceHigh, long sourceLow, long flowPackets, int threshold) {
    sources.add(Addresses.mixed(sourceHigh, sourceLow));
    packets += flowPackets;
    proof.add(flow);
    span.add(flow.start());
    if (rate.add(flow.start(), RateRing.share(flowPackets, flow.duration())) >= threshold) {
      proof.grow();
    }
  }

  /// High when the peak is many times what makes a flood.
  Severity severity(int threshold) {
    return rate.peak() >= (long) MANY * threshold ? Severity.HIGH : Severity.MEDIUM;
  }

  /// Rises with the peak: from `least` at the threshold by `rise` where the severity becomes high,
  /// and on to `most`.
  double confidence(double least, double rise, double most, int threshold) {
    long above = rate.peak() - threshold;
    return Math.min(most, least + rise * above / ((MANY - 1.0) * threshold));
  }

  /// The most packets of ten seconds against their threshold, and how many sources sent them.
  ///
  /// @param what is counted
  List<Measure> measures(String what, int threshold, String ofSources, double sourcesThreshold) {
    return List.of(
        new Measure(what, rate.peak(), threshold, "packets"),
        new Measure(ofSources, sources.size(), sourcesThreshold, "addresses"));
  }

  double peakPerSecond() {
    return rate.peak() / (RateRing.SLOT / (double) Span.SECOND);
  }

  /// How many sources, in words.
  String fromSources() {
    return sources.counted() + (sources.size() == 1 ? " address" : " addresses");
  }
}
