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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Connections that were opened only to see whether they open: a scan of very few ports.
///
/// Formula: at least [#RESETS] connections from one host to another that were answered by SYN-ACK
/// and then reset by their opener without a byte of payload, to at least [#PORTS] distinct ports,
/// without a pause of [#PAUSE]. An application closes by FIN (RFC 9293 3.6); connect and SYN scans
/// reset. Source: own, after Lyon, "Nmap Network Scanning", chapter 5 (-sS, -sT). Low severity: few
/// packets prove little.
///
/// Memory: [#PAIRS] pairs with their ports and the evidence.
public final class ServiceProbe implements Detector {
  static final int RESETS = 3;
  static final int PORTS = 2;
  static final long PAUSE = Span.MINUTE;
  private static final int PAIRS = 16_384;

  private static final DetectorInfo INFO =
      new DetectorInfo(
          "service-probe",
          "Service probe",
          "1.0.0",
          "at least 3 connections answered by SYN-ACK and reset by their opener without payload, to"
              + " at least 2 ports of one host, no pause of a minute",
          "own; behaviour of connect and SYN scans as in Lyon, Nmap Network Scanning, chapter 5",
          ScanTechniques.SERVICE_DISCOVERY,
          "health checks of load balancers; a program that opens spare connections and drops them",
          "see what else the source did to this host and to others");

  private final TrackMap<Pair> pairs = new TrackMap<>(PAIRS, Pair::new, this::conclude);
  private final List<Finding> found = new ArrayList<>();

  private static final class Pair extends ProbedPair {
    long resets;

    Pair(long sourceHigh, long sourceLow, long targetHigh, long targetLow, long unused) {
      super(sourceHigh, sourceLow, targetHigh, targetLow);
    }

    @Override
    void clear() {
      super.clear();
      resets = 0;
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
    if (Probes.resetAtOnce(flow)) {
      Pair pair = ProbedPair.of(flow, 0, pairs);
      if (pair.span.endedBefore(flow.start(), PAUSE)) {
        conclude(pair);
      }
      pair.resets++;
      pair.ports.add(flow.destinationPort());
      pair.proof.add(flow);
      pair.span.add(flow.start());
    }
  }

  private void conclude(Pair pair) {
    if (pair.resets >= RESETS && pair.ports.size() >= PORTS) {
      found.add(finding(pair));
    }
    pair.clear();
  }

  private static Finding finding(Pair pair) {
    String source = pair.source();
    String target = pair.target();
    return new Finding(
        INFO,
        source,
        Optional.of(target),
        "%s opened %d connections to %d ports of %s and reset them without a word"
            .formatted(source, pair.resets, pair.ports.size(), target),
        Severity.LOW,
        Math.min(0.7, 0.3 + 0.05 * pair.resets),
        "the number of such connections; few packets prove little",
        pair.span.first(),
        pair.span.last(),
        pair.resets,
        List.of(
            new Measure("connections reset without payload", pair.resets, RESETS, "connections"),
            new Measure("distinct ports", pair.ports.size(), PORTS, "ports")),
        pair.proof.evidence());
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    pairs.forEach(this::conclude);
    found.forEach(findings);
  }
}
