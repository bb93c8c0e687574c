package io.aegispcap.analysis.detection.scan;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorInfo;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.Measure;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.analysis.detection.tracking.Span;
import io.aegispcap.analysis.detection.tracking.TrackMap;
import io.aegispcap.analysis.flow.Flow;
import io.aegispcap.analysis.flow.Interest;
import io.aegispcap.capture.packet.Packet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A vertical scan: one host tries many ports of another, and next to none of them talks.
///
/// Formula: at least [#PORTS] distinct ports of one target (TCP and UDP counted apart) that were
/// tried without a byte of payload exchanged, without a pause of [#PAUSE] between tries, and at
/// least [#TRIED_SHARE] of all the flows from the one to the other since. Source: Zeek's
/// `simple-scan` (25 ports).
///
/// Memory: [#PAIRS] pairs, for each its ports and the evidence.
public final class PortScan implements Detector {
  static final int PORTS = 25;
  static final long PAUSE = 30 * Span.MINUTE;
  static final double TRIED_SHARE = 0.5;
  private static final int PAIRS = 32_768;

  private static final DetectorInfo INFO =
      new DetectorInfo(
          "port-scan",
          "Port scan",
          "1.0.0",
          "at least 25 distinct ports of one host tried without payload exchanged, no pause of 30"
              + " minutes between tries, and at least half of all flows between the two",
          "Zeek simple-scan, 25 ports; states as in Zeek conn.log",
          ScanTechniques.SERVICE_DISCOVERY,
          "vulnerability scanners and monitoring that you run; a program that walks through a port"
              + " range; answers whose questions the capture does not hold",
          "ask who runs the source; look for connections from it that succeeded after the scan");

  private final TrackMap<Pair> pairs = new TrackMap<>(PAIRS, Pair::new, this::conclude);
  private final List<Finding> found = new ArrayList<>();

  private static final class Pair extends ProbedPair {
    final int protocol;
    long tried;
    long talked;

    Pair(long sourceHigh, long sourceLow, long targetHigh, long targetLow, long protocol) {
      super(sourceHigh, sourceLow, targetHigh, targetLow);
      this.protocol = (int) protocol;
    }

    @Override
    void clear() {
      super.clear();
      tried = 0;
      talked = 0;
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
    if (Probes.tried(flow)) {
      tried(flow, pair(flow));
    } else if (flow.backward().dataPackets() > 0 && known(flow)) {
      pair(flow).talked++;
    }
  }

  private void tried(Flow flow, Pair pair) {
    if (pair.span.endedBefore(flow.start(), PAUSE)) {
      conclude(pair);
    }
    if (pair.ports.add(flow.destinationPort()) || pair.ports.size() >= PORTS) {
      pair.proof.add(flow);
    }
    if (pair.ports.size() == PORTS) {
      pair.proof.grow();
    }
    pair.tried++;
    pair.span.add(flow.start());
  }

  private boolean known(Flow flow) {
    return pairs.has(
        flow.sourceHigh(),
        flow.sourceLow(),
        flow.destinationHigh(),
        flow.destinationLow(),
        flow.protocol());
  }

  private Pair pair(Flow flow) {
    return ProbedPair.of(flow, flow.protocol(), pairs);
  }

  private void conclude(Pair pair) {
    double share = (double) pair.tried / Math.max(1, pair.tried + pair.talked);
    if (pair.ports.size() >= PORTS && share >= TRIED_SHARE) {
      found.add(finding(pair, share));
    }
    pair.clear();
  }

  private static Finding finding(Pair pair, double share) {
    String source = pair.source();
    String target = pair.target();
    String transport = pair.protocol == Packet.TCP ? "TCP" : "UDP";
    int ports = pair.ports.size();
    return new Finding(
        INFO,
        source,
        Optional.of(target),
        "%s tried %d %s ports of %s in %s"
            .formatted(source, ports, transport, target, pair.span.duration()),
        Severity.MEDIUM,
        confidence(ports, share),
        "how far the ports pass the threshold, and how few flows carried data",
        pair.span.first(),
        pair.span.last(),
        pair.tried,
        List.of(
            new Measure("distinct ports", ports, PORTS, "ports"),
            new Measure("share of flows without payload", share, TRIED_SHARE, "")),
        pair.proof.evidence());
  }

  private static double confidence(int ports, double share) {
    return Math.min(0.98, (0.7 + 0.3 * (ports - PORTS) / (3.0 * PORTS)) * share);
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    pairs.forEach(this::conclude);
    found.forEach(findings);
  }
}
