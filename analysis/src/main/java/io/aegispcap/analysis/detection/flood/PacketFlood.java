package io.aegispcap.analysis.detection.flood;

import io.aegispcap.analysis.detection.Addresses;
import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorInfo;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.tracking.Watched;
import io.aegispcap.analysis.flow.Flow;
import io.aegispcap.analysis.flow.Interest;
import io.aegispcap.capture.packet.Packet;
import java.util.Optional;
import java.util.function.Consumer;

/// A host that is sent many packets it never asked for: UDP, TCP without a connection, or ICMP.
///
/// Formula: to one host within ten seconds, UDP: at least [#DATAGRAMS] packets in at least
/// [#CONVERSATIONS] flows that got no answer; TCP: as many segments without data in flows that no
/// SYN began and that got nothing but resets; ICMP: at least [#PINGS] packets. Many flows are asked
/// for since a single unanswered one is what one-way media looks like. High from ten times as many
/// on. Source: own; the rates lie far above what an unanswered application sends.
///
/// Memory: [#VICTIMS] hosts, counted for UDP, TCP and ICMP apart, as in [SynFlood].
public final class PacketFlood implements Detector {
  static final int DATAGRAMS = 2_000;
  static final int CONVERSATIONS = 50;
  static final int PINGS = 1_000;
  private static final int VICTIMS = 16_384;

  private static final DetectorInfo INFO =
      new DetectorInfo(
          "packet-flood",
          "UDP, TCP or ICMP flood",
          "1.1.0",
          "to one host within 10 s: at least 2,000 UDP packets in at least 50 flows without answer, or"
              + " as many TCP segments without data of as many flows that no SYN began, or at least"
              + " 1,000 ICMP packets; high from ten times as many on",
          "own",
          FloodTechniques.DIRECT,
          "a load test; one-way media or telemetry from very many senders",
          "see what the packets hold and whether the host still answered others; filter upstream");

  private final Watched<Victim> victims = new Watched<>(VICTIMS, Victim::new, PacketFlood::judge);

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
    if (flow.protocol() == Packet.UDP) {
      if (!flow.inferred() && flow.backward().packets() == 0) {
        hit(flow, Packet.UDP, DATAGRAMS);
      }
    } else if (flow.protocol() == Packet.TCP) {
      if (stray(flow)) {
        hit(flow, Packet.TCP, DATAGRAMS);
      }
    } else if (flow.protocol() == Packet.ICMP || flow.protocol() == Packet.ICMPV6) {
      hit(flow, Packet.ICMP, PINGS);
    }
  }

  /// Segments of no connection: no SYN, no data, and nothing but resets came back.
  private static boolean stray(Flow flow) {
    return !flow.inferred()
        && flow.forward().synFlags() == 0
        && flow.backward().synFlags() == 0
        && flow.payloadBytes() == 0
        && flow.forward().packets() > 0
        && flow.backward().packets() == flow.backward().rstFlags();
  }

  private void hit(Flow flow, int kind, int threshold) {
    if (!Addresses.oneHost(flow.destinationHigh(), flow.destinationLow())) {
      return;
    }
    Victim victim =
        victims.at(flow.destinationHigh(), flow.destinationLow(), kind, 0, 0, flow.start());
    long packets = Math.max(1, flow.forward().packets());
    victim.hit(flow, flow.sourceHigh(), flow.sourceLow(), packets, threshold);
  }

  private static Optional<Finding> judge(Victim victim) {
    boolean pings = victim.port == Packet.ICMP;
    boolean flood =
        victim.rate.peak() >= (pings ? PINGS : DATAGRAMS)
            && (pings || victim.rate.peakEvents() >= CONVERSATIONS);
    return flood ? Optional.of(finding(victim)) : Optional.empty();
  }

  private static Finding finding(Victim victim) {
    int threshold = victim.port == Packet.ICMP ? PINGS : DATAGRAMS;
    String kind =
        switch (victim.port) {
          case Packet.UDP -> "UDP";
          case Packet.TCP -> "stray TCP";
          default -> "ICMP";
        };
    return new Finding(
        INFO,
        victim.address.toString(),
        Optional.of(kind),
        "%s got %d %s packets from %s, up to %.0f a second"
            .formatted(
                victim.address, victim.packets, kind, victim.fromSources(), victim.peakPerSecond()),
        victim.severity(threshold),
        victim.confidence(0.6, 0.35, 0.95, threshold),
        "how far the rate passes the threshold",
        victim.span.first(),
        victim.span.last(),
        victim.packets,
        victim.measures(kind + " packets in 10 s", threshold, "distinct sources", Double.NaN),
        victim.proof.evidence());
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    victims.finish(findings);
  }
}
