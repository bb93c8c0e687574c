package io.aegispcap.analysis.detection.scan;

import io.aegispcap.analysis.detection.Addresses;
import io.aegispcap.analysis.detection.DetectionOptions;
import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorInfo;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.HomeNetworks;
import io.aegispcap.analysis.detection.Measure;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.analysis.detection.tracking.DistinctSet;
import io.aegispcap.analysis.detection.tracking.Proof;
import io.aegispcap.analysis.detection.tracking.Span;
import io.aegispcap.analysis.detection.tracking.TrackMap;
import io.aegispcap.analysis.flow.Flow;
import io.aegispcap.analysis.flow.Interest;
import io.aegispcap.capture.packet.Packet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A horizontal scan: one host tries one port at many others, and most do not answer.
///
/// Formula: threshold random walk over first contacts, log-likelihood ratio clamped at 0, with
/// success probabilities 0.8 for benign and 0.2 for scanning sources: +ln 4 for a failed first
/// contact, -ln 4 for an answered one; accepted at ln 99 (detection 0.99, false alarms 0.01). And
/// at least [#HOSTS] distinct hosts that failed, without a pause of [#PAUSE]; medium severity needs
/// [#LOCAL_HOSTS] when the source is inside. Source: Jung, Paxson, Berger, Balakrishnan, "Fast
/// portscan detection using sequential hypothesis testing", 2004; host counts from Zeek's
/// `simple-scan`. Successes before a source's first failure are not counted.
///
/// Memory: [#SOURCES] source and port pairs, for each up to 4,096 hosts and the evidence.
public final class HostSweep implements Detector {
  static final int HOSTS = 25;
  static final int LOCAL_HOSTS = 250;
  static final long PAUSE = 30 * Span.MINUTE;
  static final double STEP = Math.log(4);
  static final double ACCEPT = Math.log(99);
  private static final int SOURCES = 32_768;
  private static final int COUNTED_HOSTS = 4_096;

  private static final DetectorInfo INFO =
      new DetectorInfo(
          "host-sweep",
          "Host sweep",
          "1.0.0",
          "threshold random walk over first contacts to one port (+ln 4 failed, -ln 4 answered)"
              + " reaches ln 99, with at least 25 distinct hosts failed (medium from 250 on when the"
              + " source is inside), no pause of 30 minutes",
          "Jung et al. 2004, threshold random walk; Zeek simple-scan for the host counts",
          ScanTechniques.HOST_DISCOVERY,
          "peer-to-peer programs and crawlers with stale addresses; management software that looks"
              + " for its agents; an outage behind which all servers are gone",
          "ask who runs the source and whether other ports were tried too");

  private final HomeNetworks home;
  private final TrackMap<Sweep> sweeps = new TrackMap<>(SOURCES, Sweep::new, this::conclude);
  private final List<Finding> found = new ArrayList<>();

  public HostSweep(DetectionOptions options) {
    this.home = options.home();
  }

  private static final class Sweep {
    final long sourceHigh;
    final long sourceLow;
    final int port;
    final int protocol;
    final DistinctSet failed = new DistinctSet(COUNTED_HOSTS);
    final DistinctSet answered = new DistinctSet(COUNTED_HOSTS);
    final Proof proof = new Proof();
    final Span span = new Span();
    double walk;
    double highest;

    Sweep(long sourceHigh, long sourceLow, long port, long protocol, long unused) {
      this.sourceHigh = sourceHigh;
      this.sourceLow = sourceLow;
      this.port = (int) port;
      this.protocol = (int) protocol;
    }

    void clear() {
      failed.clear();
      answered.clear();
      proof.clear();
      span.clear();
      walk = 0;
      highest = 0;
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
    if (Probes.failed(flow)) {
      failed(flow, sweep(flow));
    } else if (flow.backward().packets() > 0 && known(flow)) {
      answered(flow, sweep(flow));
    }
  }

  private boolean known(Flow flow) {
    return sweeps.has(
        flow.sourceHigh(), flow.sourceLow(), flow.destinationPort(), flow.protocol(), 0);
  }

  private Sweep sweep(Flow flow) {
    return sweeps.at(
        flow.sourceHigh(),
        flow.sourceLow(),
        flow.destinationPort(),
        flow.protocol(),
        0,
        flow.start());
  }

  private static long target(Flow flow) {
    return Addresses.mixed(flow.destinationHigh(), flow.destinationLow());
  }

  private void failed(Flow flow, Sweep sweep) {
    if (sweep.span.endedBefore(flow.start(), PAUSE)) {
      conclude(sweep);
    }
    long target = target(flow);
    if (!sweep.answered.contains(target) && sweep.failed.add(target)) {
      sweep.walk += STEP;
      sweep.highest = Math.max(sweep.highest, sweep.walk);
      sweep.proof.add(flow);
      if (sweep.failed.size() == HOSTS) {
        sweep.proof.grow();
      }
    }
    sweep.span.add(flow.start());
  }

  private static void answered(Flow flow, Sweep sweep) {
    long target = target(flow);
    if (!sweep.failed.contains(target) && sweep.answered.add(target)) {
      sweep.walk = Math.max(0, sweep.walk - STEP);
    }
  }

  private void conclude(Sweep sweep) {
    if (sweep.failed.size() >= HOSTS && sweep.walk >= ACCEPT) {
      found.add(finding(sweep));
    }
    sweep.clear();
  }

  private Finding finding(Sweep sweep) {
    String source = Addresses.text(sweep.sourceHigh, sweep.sourceLow);
    int hosts = sweep.failed.size();
    boolean many = hosts >= LOCAL_HOSTS || !home.inside(sweep.sourceHigh, sweep.sourceLow);
    String port = (sweep.protocol == Packet.TCP ? "TCP" : "UDP") + " port " + sweep.port;
    double share = hosts / (double) (hosts + sweep.answered.size());
    return new Finding(
        INFO,
        source,
        Optional.of(port),
        "%s tried %s at %s hosts that did not let it in, in %s"
            .formatted(source, port, sweep.failed.counted(), sweep.span.duration()),
        many ? Severity.MEDIUM : Severity.LOW,
        Math.min(0.95, share * (many ? 0.9 : 0.6)),
        "the share of first contacts that failed",
        sweep.span.first(),
        sweep.span.last(),
        hosts,
        List.of(
            new Measure("hosts that did not answer", hosts, HOSTS, "hosts"),
            new Measure("random walk, log likelihood ratio", sweep.highest, ACCEPT, "")),
        sweep.proof.evidence());
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    sweeps.forEach(this::conclude);
    found.forEach(findings);
  }
}
