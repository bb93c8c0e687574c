package io.aegispcap.analysis.detection.local;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorInfo;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.Measure;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.analysis.detection.Technique;
import io.aegispcap.analysis.detection.tracking.Proof;
import io.aegispcap.analysis.detection.tracking.TrackMap;
import io.aegispcap.analysis.flow.Interest;
import io.aegispcap.capture.packet.ArpMessage;
import io.aegispcap.capture.packet.IpAddress;
import io.aegispcap.capture.packet.LinkMessage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/// A station that tells others, unasked, that it has an address that is not its own, so that their
/// traffic goes to it.
///
/// Formula: a hardware address claims an IPv4 address in at least [#UNASKED] ARP answers to which
/// there was no question within five seconds before, more than any other station does, and either
/// another station claims the address too, or the station does so with at least [#ADDRESSES]
/// addresses. High when it is so with two contested addresses, as where both ends of a conversation
/// are deceived; medium with one that was contested in turns, at least [#CHANGES] times, or with
/// several addresses; else low: so looks a cluster that moves once. Also medium: [#ADDRESSES]
/// addresses contested in turns without unasked answers. The virtual stations of VRRP, HSRP, GLBP
/// and CARP are left out.
///
/// Memory: [#KEPT] addresses, of each [AddressClaims#MOST] stations and the evidence.
public final class ArpSpoofing implements Detector {
  static final int UNASKED = 5;
  static final int ADDRESSES = 2;
  static final int CHANGES = 3;
  private static final int KEPT = 16_384;
  private static final int NAMED = 3;

  private static final DetectorInfo INFO =
      new DetectorInfo(
          "arp-spoofing",
          "False ARP answers",
          "1.0.0",
          "at least 5 unasked ARP answers of a station for an address that another one claims too,"
              + " or for each of 2 addresses: high with two contested addresses, medium with one"
              + " contested in turns 3 times or with two addresses, else low",
          "RFC 826, RFC 5227; arpwatch's flip-flops; thresholds are own",
          new Technique(
              "T1557.002", "Adversary-in-the-Middle: ARP Cache Poisoning", "Credential Access"),
          "clusters and bonded interfaces that move an address between stations; two machines with"
              + " one address by mistake",
          "find the switch port of the hardware address; compare the gateway's own address; see what"
              + " passed through the station");

  private final TrackMap<AddressClaims> addresses =
      new TrackMap<>(
          KEPT, (vlan, ip, c, d, e) -> new AddressClaims(new IpAddress(0, ip)), gone -> {});

  /// What one station does, over all addresses.
  private static final class Station {
    final List<AddressClaims.Claimant> suspicious = new ArrayList<>();
    final List<IpAddress> own = new ArrayList<>();

    private List<AddressClaims.Claimant> contested() {
      return suspicious.stream().filter(claimant -> claimant.address.contested()).toList();
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
    if (message instanceof ArpMessage arp) {
      if (!arp.reply() && !arp.announcement()) {
        at(arp, arp.target()).asked(arp.timestamp());
      }
      if (arp.claims() && !AddressClaims.virtual(arp.senderMac())) {
        AddressClaims claims = at(arp, arp.sender());
        boolean unasked = arp.reply() && !claims.askedBefore(arp.timestamp());
        claims.claimed(arp.senderMac(), unasked, arp.timestamp(), arp.frameId());
      }
    }
  }

  private AddressClaims at(ArpMessage arp, IpAddress ip) {
    return addresses.at(arp.vlan(), ip.low(), arp.timestamp());
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    Map<Long, Station> stations = new TreeMap<>();
    addresses.forEach(address -> sort(address, stations));
    stations.forEach((mac, station) -> judge(mac, station).ifPresent(findings));
  }

  private static void sort(AddressClaims address, Map<Long, Station> stations) {
    for (AddressClaims.Claimant claimant : address.claimants) {
      Station station = stations.computeIfAbsent(claimant.mac, _ -> new Station());
      boolean inTurns = address.contested() && address.changes >= CHANGES;
      if (insists(claimant) || inTurns) {
        station.suspicious.add(claimant);
      } else if (!address.contested()) {
        station.own.add(address.ip);
      }
    }
  }

  /// Of several who do, the one who does most: others defend themselves.
  private static boolean insists(AddressClaims.Claimant claimant) {
    return claimant.unasked >= UNASKED && claimant.unasked == claimant.address.mostUnasked();
  }

  private static Optional<Finding> judge(long mac, Station station) {
    List<AddressClaims.Claimant> contested = station.contested();
    long insisting = contested.stream().filter(ArpSpoofing::insists).count();
    boolean alternating = contested.stream().anyMatch(c -> c.address.changes >= CHANGES);
    boolean several = station.suspicious.stream().filter(ArpSpoofing::insists).count() >= ADDRESSES;
    if (insisting >= ADDRESSES) {
      return Optional.of(finding(mac, station, contested, Severity.HIGH));
    }
    if (insisting > 0) {
      boolean grave = alternating || several;
      return Optional.of(finding(mac, station, contested, grave ? Severity.MEDIUM : Severity.LOW));
    }
    if (several || contested.size() >= ADDRESSES) {
      return Optional.of(finding(mac, station, station.suspicious, Severity.MEDIUM));
    }
    return Optional.empty();
  }

  private static Finding finding(
      long mac, Station station, List<AddressClaims.Claimant> claims, Severity severity) {
    List<AddressClaims.Claimant> worst = new ArrayList<>(claims);
    worst.sort(
        Comparator.comparingLong((AddressClaims.Claimant claim) -> -claim.unasked)
            .thenComparing(claim -> claim.address.ip));
    String hardware = LinkMessage.macText(mac);
    String subject = station.own.size() == 1 ? station.own.getFirst().toString() : hardware;
    String named =
        String.join(
            ", ", worst.stream().limit(NAMED).map(claim -> claim.address.ip.toString()).toList());
    long unasked = worst.stream().mapToLong(claim -> claim.unasked).sum();
    int changes = worst.stream().mapToInt(claim -> claim.address.changes).max().orElse(0);
    return new Finding(
        INFO,
        subject,
        Optional.of(worst.getFirst().address.ip.toString()),
        "%s%s told others %d times, unasked, that it has %s%s"
            .formatted(
                subject,
                subject.equals(hardware) ? "" : " (" + hardware + ")",
                unasked,
                named,
                worst.size() > NAMED ? " and %d more".formatted(worst.size() - NAMED) : ""),
        severity,
        severity == Severity.HIGH ? 0.9 : severity == Severity.MEDIUM ? 0.6 : 0.4,
        "other stations claim the same addresses, and nobody asked",
        worst.stream().mapToLong(claim -> claim.span.first()).min().orElseThrow(),
        worst.stream().mapToLong(claim -> claim.span.last()).max().orElseThrow(),
        worst.stream().mapToLong(claim -> claim.claims).sum(),
        List.of(
            new Measure("unasked answers", unasked, UNASKED, "answers"),
            new Measure("addresses", worst.size(), ADDRESSES, "addresses"),
            new Measure("changes of station", changes, CHANGES, "")),
        Proof.joined(worst.stream().map(claim -> claim.proof).toList()));
  }
}
