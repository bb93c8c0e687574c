package io.aegispcap.analysis.detection.scan;

import io.aegispcap.analysis.detection.Addresses;
import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorInfo;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.Measure;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.analysis.detection.tracking.DistinctSet;
import io.aegispcap.analysis.detection.tracking.Proof;
import io.aegispcap.analysis.detection.tracking.Span;
import io.aegispcap.analysis.detection.tracking.TrackMap;
import io.aegispcap.analysis.flow.Flow;
import io.aegispcap.analysis.flow.Interest;
import io.aegispcap.capture.packet.Packet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A scan too slow for time windows: over the whole capture, a host keeps trying places that do not
/// let it in.
///
/// Formula: TCP first contacts to distinct host and port pairs over at least [#SPREAD]: at least
/// [#PLACES] failed, at a mean distance of at least [#DISTANCE], and the threshold random walk of
/// Jung et al. 2004 over them, as in [HostSweep], stands at its acceptance.
///
/// Memory: [#SOURCES] sources, for each up to 1,024 places and the evidence.
public final class SlowScan implements Detector {
  static final int PLACES = 20;
  static final long SPREAD = Span.HOUR;
  static final long DISTANCE = 30 * Span.SECOND;
  private static final int SOURCES = 16_384;
  private static final int COUNTED_PLACES = 1_024;

  private static final DetectorInfo INFO =
      new DetectorInfo(
          "slow-scan",
          "Slow scan",
          "1.0.0",
          "at least 20 distinct host and port pairs failed over at least an hour, at a mean distance"
              + " of at least 30 s, and the threshold random walk over first contacts at ln 99",
          "Jung et al. 2004, threshold random walk, without a time window",
          ScanTechniques.SERVICE_DISCOVERY,
          "peer-to-peer programs and software that keeps trying servers that are gone",
          "see whether the places tried have a pattern: neighbouring addresses, one service");

  private final TrackMap<Walk> walks = new TrackMap<>(SOURCES, Walk::new, walk -> {});

  private static final class Walk {
    final long high;
    final long low;
    final DistinctSet failed = new DistinctSet(COUNTED_PLACES);
    final DistinctSet answered = new DistinctSet(COUNTED_PLACES);
    final Proof proof = new Proof();
    final Span span = new Span();
    double ratio;

    Walk(long high, long low, long c, long d, long e) {
      this.high = high;
      this.low = low;
    }

    boolean accepted() {
      double spread = (span.last() - span.first());
      return failed.size() >= PLACES
          && ratio >= HostSweep.ACCEPT
          && spread >= SPREAD
          && spread / failed.size() >= DISTANCE;
    }
  }

  @Override
  public DetectorInfo info() {
    return INFO;
  }

  @Override
  public Interest interest() {
    return Interest.FLOWS;
  }

  @Override
  public void flow(Flow flow) {
    if (flow.protocol() != Packet.TCP) {
      return;
    }
    if (Probes.failed(flow)) {
      failed(flow, walks.at(flow.sourceHigh(), flow.sourceLow(), flow.start()));
    } else if (flow.handshake().synAckSeen()
        && walks.has(flow.sourceHigh(), flow.sourceLow(), 0, 0, 0)) {
      answered(flow, walks.at(flow.sourceHigh(), flow.sourceLow(), flow.start()));
    }
  }

  private static long place(Flow flow) {
    return Addresses.mixed(flow.destinationHigh(), flow.destinationLow())
        + 0x9e3779b97f4a7c15L * flow.destinationPort();
  }

  private static void failed(Flow flow, Walk walk) {
    long place = place(flow);
    if (!walk.answered.contains(place) && walk.failed.add(place)) {
      walk.ratio += HostSweep.STEP;
      walk.proof.add(flow);
      walk.span.add(flow.start());
      if (walk.failed.size() == PLACES) {
        walk.proof.grow();
      }
    }
  }

  private static void answered(Flow flow, Walk walk) {
    long place = place(flow);
    if (!walk.failed.contains(place) && walk.answered.add(place)) {
      walk.ratio = Math.max(0, walk.ratio - HostSweep.STEP);
    }
  }

  private static Finding finding(Walk walk) {
    String source = Addresses.text(walk.high, walk.low);
    int places = walk.failed.size();
    double share = places / (double) (places + walk.answered.size());
    return new Finding(
        INFO,
        source,
        Optional.empty(),
        "%s tried %s places that did not let it in, over %s"
            .formatted(source, walk.failed.counted(), walk.span.duration()),
        Severity.LOW,
        0.6 * share,
        "the share of first contacts that failed",
        walk.span.first(),
        walk.span.last(),
        places,
        List.of(
            new Measure("places that did not answer", places, PLACES, "host and port pairs"),
            new Measure("random walk, log likelihood ratio", walk.ratio, HostSweep.ACCEPT, "")),
        walk.proof.evidence());
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    walks.forEach(
        walk -> {
          if (walk.accepted()) {
            findings.accept(finding(walk));
          }
        });
  }
}
