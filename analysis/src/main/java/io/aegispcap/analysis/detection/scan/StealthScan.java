package io.aegispcap.analysis.detection.scan;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorInfo;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.Measure;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.analysis.detection.tracking.TrackMap;
import io.aegispcap.analysis.flow.Flow;
import io.aegispcap.analysis.flow.Interest;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// TCP probes with flags that no TCP sends first: NULL, FIN and Xmas scans.
///
/// Formula: at least [#PORTS] distinct ports of one target to which the first and only segments had
/// none of SYN, ACK and RST. A standard TCP sets one of them in each segment (RFC 9293 3.10), so
/// that a few suffice. Source: Lyon, "Nmap Network Scanning", chapter 5 (-sN, -sF, -sX).
///
/// Memory: [#PAIRS] pairs, for each its ports and the evidence.
public final class StealthScan implements Detector {
  static final int PORTS = 2;
  private static final int PAIRS = 16_384;

  private static final DetectorInfo INFO =
      new DetectorInfo(
          "stealth-scan",
          "NULL, FIN or Xmas scan",
          "1.0.0",
          "at least 2 distinct ports of one host probed by segments without SYN, ACK and RST",
          "RFC 9293 3.10; Lyon, Nmap Network Scanning, chapter 5",
          ScanTechniques.SERVICE_DISCOVERY,
          "next to none: a broken device, or a test of a TCP implementation",
          "find out what the source is; only a tool sends such segments");

  private final TrackMap<ProbedPair> pairs =
      new TrackMap<>(PAIRS, (a, b, c, d, kind) -> new ProbedPair(a, b, c, d), pair -> {});

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
    if (Probes.illegal(flow)) {
      ProbedPair pair = ProbedPair.of(flow, 0, pairs);
      pair.ports.add(flow.destinationPort());
      pair.proof.grow();
      pair.proof.add(flow);
      pair.span.add(flow.start());
    }
  }

  private static Finding finding(ProbedPair pair) {
    String source = pair.source();
    String target = pair.target();
    int ports = pair.ports.size();
    return new Finding(
        INFO,
        source,
        Optional.of(target),
        "%s probed %d ports of %s by segments that no TCP sends".formatted(source, ports, target),
        Severity.MEDIUM,
        Math.min(0.95, 0.7 + 0.05 * ports),
        "no standard TCP sends such segments; more ports make a defect less likely",
        pair.span.first(),
        pair.span.last(),
        ports,
        List.of(new Measure("distinct ports", ports, PORTS, "ports")),
        pair.proof.evidence());
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    pairs.forEach(
        pair -> {
          if (pair.ports.size() >= PORTS) {
            findings.accept(finding(pair));
          }
        });
  }
}
