package io.aegispcap.analysis.detection.scan;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorInfo;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.Measure;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.analysis.detection.tracking.DistinctSet;
import io.aegispcap.analysis.detection.tracking.Proof;
import io.aegispcap.analysis.detection.tracking.Span;
import io.aegispcap.analysis.detection.tracking.TrackMap;
import io.aegispcap.analysis.flow.Interest;
import io.aegispcap.capture.packet.ArpMessage;
import io.aegispcap.capture.packet.LinkMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A station that asks for many addresses of its link to learn which exist.
///
/// Formula: ARP requests of one hardware address for at least [#HOSTS] distinct IPv4 addresses
/// without a pause of [#PAUSE]; medium from [#MANY] at a rate of [#RATE] a minute, else low.
/// Source: Zeek's `simple-scan` host count, applied to RFC 826.
///
/// Memory: [#STATIONS] stations, for each up to 4,096 addresses and the evidence.
public final class ArpSweep implements Detector {
  static final int HOSTS = 50;
  static final int MANY = 100;
  static final double RATE = 60;
  static final long PAUSE = 30 * Span.SECOND;
  private static final int STATIONS = 16_384;
  private static final int COUNTED_HOSTS = 4_096;

  private static final DetectorInfo INFO =
      new DetectorInfo(
          "arp-sweep",
          "ARP sweep",
          "1.0.0",
          "ARP requests of one station for at least 50 distinct addresses, no pause of 30 s; medium"
              + " from 100 at 60 a minute, else low",
          "Zeek simple-scan host count applied to ARP (RFC 826)",
          ScanTechniques.HOST_DISCOVERY,
          "routers that pass a scan from elsewhere on; inventory and monitoring; apps that look for"
              + " devices",
          "ask who runs the station; see which of the hosts it then spoke to");

  private final TrackMap<Sweep> sweeps = new TrackMap<>(STATIONS, Sweep::new, this::conclude);
  private final List<Finding> found = new ArrayList<>();

  private static final class Sweep {
    final long mac;
    final DistinctSet asked = new DistinctSet(COUNTED_HOSTS);
    final Proof proof = new Proof();
    final Span span = new Span();
    Optional<String> address = Optional.empty();

    Sweep(long vlan, long mac, long c, long d, long e) {
      this.mac = mac;
    }
  }

  @Override
  public DetectorInfo info() {
    return INFO;
  }

  @Override
  public Interest interest() {
    return Interest.inLinksAnd();
  }

  @Override
  public void link(LinkMessage message) {
    if (message instanceof ArpMessage arp && !arp.reply() && !arp.announcement()) {
      asked(arp, sweeps.at(arp.vlan(), arp.senderMac(), arp.timestamp()));
    }
  }

  private void asked(ArpMessage arp, Sweep sweep) {
    if (sweep.span.endedBefore(arp.timestamp(), PAUSE)) {
      conclude(sweep);
    }
    if (sweep.asked.add(arp.target().low())) {
      sweep.proof.add(arp.frameId());
    }
    if (sweep.asked.size() == HOSTS) {
      sweep.proof.grow();
    }
    if (arp.claims()) {
      sweep.address = Optional.of(arp.sender().toString());
    }
    sweep.span.add(arp.timestamp());
  }

  private void conclude(Sweep sweep) {
    if (sweep.asked.size() >= HOSTS) {
      found.add(finding(sweep));
    }
    sweep.asked.clear();
    sweep.proof.clear();
    sweep.span.clear();
  }

  private static Finding finding(Sweep sweep) {
    String hardware = LinkMessage.macText(sweep.mac);
    String source = sweep.address.orElse(hardware);
    int hosts = sweep.asked.size();
    double rate = 60 * hosts / Math.max(1, sweep.span.seconds());
    boolean grave = hosts >= MANY && rate >= RATE;
    return new Finding(
        INFO,
        source,
        Optional.empty(),
        "%s asked its link for %s addresses in %s"
            .formatted(
                source.equals(hardware) ? source : source + " (" + hardware + ")",
                sweep.asked.counted(),
                sweep.span.duration()),
        grave ? Severity.MEDIUM : Severity.LOW,
        grave ? 0.7 : 0.4,
        "number and rate; a router may ask on behalf of somebody else",
        sweep.span.first(),
        sweep.span.last(),
        hosts,
        List.of(
            new Measure("distinct addresses", hosts, HOSTS, "addresses"),
            new Measure("rate", rate, RATE, "1/min")),
        sweep.proof.evidence());
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    sweeps.forEach(this::conclude);
    found.forEach(findings);
  }
}
