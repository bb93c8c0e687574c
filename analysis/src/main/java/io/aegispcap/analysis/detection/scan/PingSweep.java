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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A host that pings many others to learn which exist.
///
/// Formula: echo requests to at least [#HOSTS] distinct hosts without a pause of [#PAUSE]; medium
/// severity when at least half of them did not answer. Source: Zeek's `simple-scan` host count,
/// applied to ICMP echo (RFC 792, RFC 4443).
///
/// Memory: [#SOURCES] sources, for each up to 4,096 hosts and the evidence.
public final class PingSweep implements Detector {
  static final int HOSTS = 25;
  static final long PAUSE = 10 * Span.MINUTE;
  private static final int SOURCES = 16_384;
  private static final int COUNTED_HOSTS = 4_096;

  private static final DetectorInfo INFO =
      new DetectorInfo(
          "ping-sweep",
          "Ping sweep",
          "1.0.0",
          "echo requests to at least 25 distinct hosts, no pause of 10 minutes; medium when at least"
              + " half of them did not answer",
          "Zeek simple-scan host count applied to ICMP echo",
          ScanTechniques.HOST_DISCOVERY,
          "network monitoring that pings what it watches",
          "ask who runs the source; see whether it tried ports of those that answered");

  private final TrackMap<Sweep> sweeps = new TrackMap<>(SOURCES, Sweep::new, this::conclude);
  private final List<Finding> found = new ArrayList<>();

  private static final class Sweep {
    final long high;
    final long low;
    final DistinctSet pinged = new DistinctSet(COUNTED_HOSTS);
    final DistinctSet answered = new DistinctSet(COUNTED_HOSTS);
    final Proof proof = new Proof();
    final Span span = new Span();

    Sweep(long high, long low, long c, long d, long e) {
      this.high = high;
      this.low = low;
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
    if (Probes.echoRequest(flow) && !flow.inferred() && Probes.toOneHost(flow)) {
      pinged(flow, sweeps.at(flow.sourceHigh(), flow.sourceLow(), flow.start()));
    }
  }

  private void pinged(Flow flow, Sweep sweep) {
    if (sweep.span.endedBefore(flow.start(), PAUSE)) {
      conclude(sweep);
    }
    long target = Addresses.mixed(flow.destinationHigh(), flow.destinationLow());
    if (sweep.pinged.add(target)) {
      sweep.proof.add(flow);
    }
    if (flow.backward().packets() > 0) {
      sweep.answered.add(target);
    }
    if (sweep.pinged.size() == HOSTS) {
      sweep.proof.grow();
    }
    sweep.span.add(flow.start());
  }

  private void conclude(Sweep sweep) {
    if (sweep.pinged.size() >= HOSTS) {
      found.add(finding(sweep));
    }
    sweep.pinged.clear();
    sweep.answered.clear();
    sweep.proof.clear();
    sweep.span.clear();
  }

  private static Finding finding(Sweep sweep) {
    String source = Addresses.text(sweep.high, sweep.low);
    int hosts = sweep.pinged.size();
    double silent = 1 - sweep.answered.size() / (double) hosts;
    return new Finding(
        INFO,
        source,
        Optional.empty(),
        "%s pinged %s hosts in %s, %d answered"
            .formatted(
                source, sweep.pinged.counted(), sweep.span.duration(), sweep.answered.size()),
        silent >= 0.5 ? Severity.MEDIUM : Severity.LOW,
        0.5 + 0.4 * silent,
        "the share of hosts that did not answer: monitoring pings hosts that exist",
        sweep.span.first(),
        sweep.span.last(),
        hosts,
        List.of(
            new Measure("distinct hosts", hosts, HOSTS, "hosts"),
            new Measure("share without answer", silent, 0.5, "")),
        sweep.proof.evidence());
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    sweeps.forEach(this::conclude);
    found.forEach(findings);
  }
}
