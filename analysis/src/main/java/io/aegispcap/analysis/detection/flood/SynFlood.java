package io.aegispcap.analysis.detection.flood;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorInfo;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.tracking.Watched;
import io.aegispcap.analysis.flow.Flow;
import io.aegispcap.analysis.flow.Interest;
import io.aegispcap.capture.packet.Packet;
import java.util.Optional;
import java.util.function.Consumer;

/// A port that is sent many SYNs whose connections are never completed.
///
/// Formula: at least [#SYNS] SYNs to one host and port within ten seconds, of connections without
/// payload either way whose opener never acknowledged; high from ten times as many on. A scan
/// spreads its SYNs over ports or hosts and does not come near. Source: RFC 4987 (SYN flooding);
/// the rate, 100 a second, is own.
///
/// Memory: [#VICTIMS] host and port pairs, for each up to 4,096 sources, a ring of 32 slots, and
/// the evidence.
public final class SynFlood implements Detector {
  static final int SYNS = 1_000;
  private static final int VICTIMS = 16_384;

  private static final DetectorInfo INFO =
      new DetectorInfo(
          "syn-flood",
          "SYN flood",
          "1.0.0",
          "at least 1,000 SYNs within 10 s to one host and port of connections that were never"
              + " completed; high from 10,000 on",
          "RFC 4987; the rate is own",
          FloodTechniques.EXHAUSTION,
          "many clients that reconnect at once to a server that is down; a load test",
          "see whether the service still answered; filter upstream, enable SYN cookies");

  private final Watched<Victim> victims = new Watched<>(VICTIMS, Victim::new, SynFlood::judge);

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
    if (flow.protocol() == Packet.TCP && halfOpen(flow)) {
      Victim victim =
          victims.at(
              flow.destinationHigh(),
              flow.destinationLow(),
              flow.destinationPort(),
              0,
              0,
              flow.start());
      long syns = flow.forward().synFlags();
      victim.hit(flow, flow.sourceHigh(), flow.sourceLow(), syns, SYNS);
    }
  }

  private static boolean halfOpen(Flow flow) {
    return flow.handshake().synSeen()
        && !flow.inferred()
        && flow.handshake().synAckToAck() == 0
        && flow.forward().ackFlags() == 0
        && flow.backward().dataPackets() == 0;
  }

  private static Optional<Finding> judge(Victim victim) {
    return victim.rate.peak() >= SYNS ? Optional.of(finding(victim)) : Optional.empty();
  }

  private static Finding finding(Victim victim) {
    return new Finding(
        INFO,
        victim.address.toString(),
        Optional.of("TCP port " + victim.port),
        "%s got %d SYNs to port %d from %s that were never completed, up to %.0f a second"
            .formatted(
                victim.address,
                victim.packets,
                victim.port,
                victim.fromSources(),
                victim.peakPerSecond()),
        victim.severity(SYNS),
        victim.confidence(0.7, 0.28, 0.98, SYNS),
        "how far the rate passes the threshold",
        victim.span.first(),
        victim.span.last(),
        victim.packets,
        victim.measures("SYNs in 10 s", SYNS, "distinct sources", Double.NaN),
        victim.proof.evidence());
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    victims.finish(findings);
  }
}
