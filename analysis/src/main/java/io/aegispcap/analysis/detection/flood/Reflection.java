package io.aegispcap.analysis.detection.flood;

import io.aegispcap.analysis.detection.Addresses;
import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorInfo;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.tracking.Watched;
import io.aegispcap.analysis.flow.Flow;
import io.aegispcap.analysis.flow.Interest;
import io.aegispcap.analysis.text.ByteCount;
import io.aegispcap.capture.packet.Packet;
import java.util.Optional;
import java.util.function.Consumer;

/// A host that gets answers from many servers of one amplifying service, whom it did not ask.
///
/// Formula: within ten seconds, at least [#ANSWERS] packets from one of the ports that US-CERT
/// TA14-017A and later notes list as reflectors, in flows without a packet from the host to whom
/// they go, from at least [#SERVERS] servers; high from ten times as many packets on.
///
/// Memory: [#VICTIMS] host and service pairs, as in [SynFlood].
public final class Reflection implements Detector {
  static final int ANSWERS = 1_000;
  static final int SERVERS = 50;
  private static final int VICTIMS = 16_384;

  private static final DetectorInfo INFO =
      new DetectorInfo(
          "reflection",
          "Reflection attack",
          "1.0.0",
          "within 10 s at least 1,000 unasked UDP packets to one host from one reflector port of at"
              + " least 50 servers; high from 10,000 on",
          "US-CERT TA14-017A and later notes for the services",
          FloodTechniques.REFLECTION,
          "a capture that holds only the answers, such as one side of asymmetric routing",
          "filter the service's answers upstream; see whether a ransom note came");

  private final Watched<Victim> victims = new Watched<>(VICTIMS, Victim::new, Reflection::judge);

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
    if (flow.protocol() != Packet.UDP) {
      return;
    }
    if (flow.forward().packets() == 0) {
      if (reflects(flow.destinationPort())) {
        answer(flow, flow.sourceHigh(), flow.sourceLow(), flow.destinationPort(), true);
      }
    } else if (flow.backward().packets() == 0 && reflects(flow.sourcePort())) {
      answer(flow, flow.destinationHigh(), flow.destinationLow(), flow.sourcePort(), false);
    }
  }

  private void answer(Flow flow, long high, long low, int service, boolean inferred) {
    if (!Addresses.oneHost(high, low)) {
      return;
    }
    Victim victim = victims.at(high, low, service, 0, 0, flow.start());
    long serverHigh = inferred ? flow.destinationHigh() : flow.sourceHigh();
    long serverLow = inferred ? flow.destinationLow() : flow.sourceLow();
    victim.bytes += flow.ipBytes();
    victim.hit(flow, serverHigh, serverLow, flow.packets(), ANSWERS);
  }

  private static boolean reflects(int port) {
    return !service(port).isEmpty();
  }

  /// The service of a reflector port; empty for other ports.
  private static String service(int port) {
    return switch (port) {
      case 17 -> "QOTD";
      case 19 -> "CharGEN";
      case 53 -> "DNS";
      case 69 -> "TFTP";
      case 111 -> "portmap";
      case 123 -> "NTP";
      case 137 -> "NetBIOS";
      case 161 -> "SNMP";
      case 389 -> "CLDAP";
      case 500 -> "ISAKMP";
      case 520 -> "RIP";
      case 1900 -> "SSDP";
      case 3283 -> "ARMS";
      case 3702 -> "WS-Discovery";
      case 5093 -> "SLP";
      case 5351 -> "NAT-PMP";
      case 5353 -> "mDNS";
      case 5683 -> "CoAP";
      case 10001 -> "Ubiquiti discovery";
      case 11211 -> "memcached";
      case 27015 -> "Steam";
      case 37810 -> "DVR-DHCP";
      default -> "";
    };
  }

  private static Optional<Finding> judge(Victim victim) {
    boolean attack = victim.rate.peak() >= ANSWERS && victim.sources.size() >= SERVERS;
    return attack ? Optional.of(finding(victim)) : Optional.empty();
  }

  private static Finding finding(Victim victim) {
    return new Finding(
        INFO,
        victim.address.toString(),
        Optional.of(service(victim.port) + " answers"),
        "%s got %d %s answers (%s) that it had not asked for, from %s"
            .formatted(
                victim.address,
                victim.packets,
                service(victim.port),
                ByteCount.of(victim.bytes),
                victim.fromSources()),
        victim.severity(ANSWERS),
        victim.confidence(0.8, 0.18, 0.98, ANSWERS),
        "nobody is answered by so many servers at once without asking",
        victim.span.first(),
        victim.span.last(),
        victim.packets,
        victim.measures("unasked packets in 10 s", ANSWERS, "distinct servers", SERVERS),
        victim.proof.evidence());
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    victims.finish(findings);
  }
}
