package io.aegispcap.analysis.detection.local;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorInfo;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.Measure;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.analysis.detection.Technique;
import io.aegispcap.analysis.detection.tracking.Span;
import io.aegispcap.analysis.detection.tracking.TrackMap;
import io.aegispcap.analysis.flow.Interest;
import io.aegispcap.capture.packet.IpAddress;
import io.aegispcap.capture.packet.LinkMessage;
import io.aegispcap.capture.packet.NeighbourMessage;
import io.aegispcap.capture.packet.RouterAdvertisement;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/// A station that takes over IPv6 addresses of others by neighbour discovery, so that their traffic
/// goes to it, or that keeps others from taking any.
///
/// Formula: a hardware address insists on an IPv6 address when it says so in at least [#UNASKED]
/// advertisements that do not say to be answers, or to which there was no question within five
/// seconds before, more than any other station; it persists with [#MANY] of them whose mean gap is
/// at most [#GAP]: who takes over for another tells it a few times. An address is claimed in turns
/// when at least [#TURNS] times another station claims it within ten seconds of the claim before:
/// then both are there, which is not so when an address moves. High when a station insists on at
/// least [#ADDRESSES] addresses of others, and either persists with addresses of several others, or
/// one is claimed in turns [#MANY_TURNS] times and they are of several others or a router's. Medium
/// when it insists on one that is claimed in turns, when at least [#ADDRESSES] of at least two
/// others are claimed in turns, or when it persists with [#ADDRESSES], whether or not others were
/// heard to have them. Low when it insists on [#ADDRESSES], a router's among them, while those who
/// had them are silent: so looks a router that stands in for another. Medium too: answers within
/// two seconds to probes of others for at least [#DENIED] addresses.
///
/// Left out: advertisements without the override flag, as proxies and anycast send them, and the
/// virtual stations of VRRP, HSRP, GLBP and CARP.
///
/// Memory: [#KEPT] addresses, of each [AddressClaims#MOST] stations and the evidence.
public final class NeighbourSpoofing implements Detector {
  static final int UNASKED = 5;
  static final int ADDRESSES = 2;
  static final int TURNS = 3;
  static final int MANY_TURNS = 6;
  static final int DENIED = 5;
  static final int MANY = 20;
  static final long GAP = 30 * Span.SECOND;
  private static final int KEPT = 16_384;

  static final DetectorInfo INFO =
      new DetectorInfo(
          "neighbour-spoofing",
          "False IPv6 neighbours",
          "1.0.0",
          "at least 5 unasked neighbour advertisements of a station for an address that another one"
              + " claims within 10 s in turns: high with two addresses, of two stations or a router,"
              + " and 6 turns, or 20 advertisements for each at most 30 s apart; medium from 3 turns"
              + " on; medium: two addresses of two others claimed in turns, 20 advertisements for two"
              + " addresses, or probes for 5 addresses answered; low: two addresses, one a router's,"
              + " taken from silent stations",
          "RFC 3756 4.1, RFC 4861, RFC 4862; thresholds are own",
          new Technique("T1557", "Adversary-in-the-Middle", "Credential Access"),
          "clusters without virtual hardware addresses whose members both hold an address;"
              + " a capture of both sides of a neighbour discovery proxy (RFC 4389); machines copied"
              + " with their interface identifiers",
          "find the switch port of the hardware address; compare the router's own address; switch on"
              + " neighbour discovery inspection (RFC 6620)");

  private final TrackMap<AddressClaims> addresses =
      new TrackMap<>(
          KEPT, (vlan, high, low, d, e) -> new AddressClaims(new IpAddress(high, low)), gone -> {});

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
    if (message instanceof NeighbourMessage said) {
      AddressClaims target = at(message, said.target());
      if (said.probe()) {
        target.probed(said.station(), said.timestamp());
      } else if (!said.advertisement()) {
        target.asked(said.timestamp());
      }
      if (said.claims() && !AddressClaims.virtual(said.mac())) {
        claimed(said);
      }
    } else if (message instanceof RouterAdvertisement said
        && said.mac() != NeighbourMessage.NONE
        && !AddressClaims.virtual(said.mac())) {
      AddressClaims address = at(said, said.router());
      address.claimed(said.mac(), false, said.timestamp(), said.frameId());
      address.routed |= address.firstIs(said.mac());
    }
  }

  private AddressClaims at(LinkMessage message, IpAddress ip) {
    return addresses.at(message.vlan(), ip.high(), ip.low(), 0, 0, message.timestamp());
  }

  private void claimed(NeighbourMessage said) {
    AddressClaims address = at(said, said.claimed());
    if (said.advertisement()
        && said.station() != NeighbourMessage.NONE
        && address.deniedBy(said.station(), said.timestamp())) {
      address.denied(said.mac(), said.timestamp(), said.frameId());
    }
    if (!said.advertisement() || said.override()) {
      address.claimed(said.mac(), unasked(said, address), said.timestamp(), said.frameId());
      address.routed |= said.router() && address.firstIs(said.mac());
    }
  }

  /// An answer to one who has an address says that it is one (RFC 4861 7.2.4); to a probe it
  /// cannot.
  private static boolean unasked(NeighbourMessage said, AddressClaims address) {
    return said.advertisement()
        && (said.solicited()
            ? !address.askedBefore(said.timestamp())
            : !address.probedBefore(said.timestamp()));
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    Map<Long, TakingStation> stations = new TreeMap<>();
    addresses.forEach(
        address -> {
          for (AddressClaims.Claimant claimant : address.claimants) {
            stations.computeIfAbsent(claimant.mac, TakingStation::new).add(claimant);
          }
        });
    stations.values().forEach(station -> station.judge(findings));
  }

  /// Where the measures of a takeover stand against their thresholds.
  static Measure[] measures(long unasked, long addresses, long turns) {
    return new Measure[] {
      new Measure("unasked answers", unasked, UNASKED, "answers"),
      new Measure("addresses", addresses, ADDRESSES, "addresses"),
      new Measure("changes of station in turns", turns, TURNS, "")
    };
  }

  /// How sure a grade is.
  static double confidence(Severity severity) {
    return switch (severity) {
      case CRITICAL, HIGH -> 0.9;
      case MEDIUM -> 0.6;
      case LOW, INFO -> 0.4;
    };
  }
}
