package io.aegispcap.analysis.detection.local;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorInfo;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.Measure;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.analysis.detection.Technique;
import io.aegispcap.analysis.detection.tracking.DistinctSet;
import io.aegispcap.analysis.detection.tracking.Proof;
import io.aegispcap.analysis.detection.tracking.Span;
import io.aegispcap.analysis.detection.tracking.TrackMap;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.analysis.flow.Interest;
import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.dhcp.DhcpMessage;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Made-up clients that ask for so many addresses that a DHCP server runs out of them.
///
/// Formula: DISCOVER or REQUEST messages with at least [#CLIENTS] distinct hardware addresses on
/// one link within [#WINDOW], counted in windows that follow one another. Relayed questions (from
/// other addresses than `0.0.0.0`) are counted for their relay.
///
/// Memory: [#LINKS] links and relays, for each up to 4,096 hardware addresses and the evidence.
public final class DhcpStarvation implements Detector {
  static final int CLIENTS = 100;
  static final long WINDOW = Span.MINUTE;
  private static final int LINKS = 4_096;
  private static final int COUNTED = 4_096;

  private static final DetectorInfo INFO =
      new DetectorInfo(
          "dhcp-starvation",
          "DHCP starvation",
          "1.0.0",
          "DHCP questions with at least 100 distinct hardware addresses of one link within a minute",
          "RFC 2131; own threshold; as gobbler, yersinia and dhcpig ask",
          new Technique(
              "T1499.002", "Endpoint Denial of Service: Service Exhaustion Flood", "Impact"),
          "power that comes back to a large link; a relay of many clients",
          "find the switch port that the hardware addresses come from; limit addresses of a port");

  private final TrackMap<Link> links = new TrackMap<>(LINKS, Link::new, this::conclude);
  private final List<Finding> found = new ArrayList<>();

  private static final class Link {
    final DistinctSet clients = new DistinctSet(COUNTED);
    final Proof proof = new Proof();
    final Span span = new Span();
    String source = "";
    String server = "";
    long questions;

    Link(long high, long low, long vlan, long d, long e) {}
  }

  @Override
  public DetectorInfo info() {
    return INFO;
  }

  @Override
  public Interest interest() {
    return Interest.inFacts(DhcpMessage.class);
  }

  @Override
  public void fact(FlowKey key, Fact fact) {
    if (fact instanceof DhcpMessage dhcp
        && (dhcp.messageType().equals("DISCOVER") || dhcp.messageType().equals("REQUEST"))) {
      asked(key, dhcp);
    }
  }

  private void asked(FlowKey key, DhcpMessage dhcp) {
    Link link =
        links.at(key.source().high(), key.source().low(), key.vlan(), 0, 0, dhcp.timestamp());
    if (link.questions > 0 && dhcp.timestamp() - link.span.first() > WINDOW) {
      conclude(link);
    }
    link.source = key.source().toString();
    link.server = key.destination().toString();
    link.questions++;
    link.span.add(dhcp.timestamp());
    if (link.clients.add(hash(dhcp.clientMac()))) {
      link.proof.add(key, dhcp.frameId());
    }
    if (link.clients.size() == CLIENTS) {
      link.proof.grow();
    }
  }

  private static long hash(String mac) {
    return mac.length() == 17
        ? HexFormat.fromHexDigitsToLong(mac.replace("-", ""))
        : mac.hashCode();
  }

  private void conclude(Link link) {
    int clients = link.clients.size();
    if (clients >= CLIENTS) {
      found.add(
          new Finding(
              INFO,
              link.source,
              Optional.of(link.server),
              "%s clients asked for addresses from %s within %s"
                  .formatted(link.clients.counted(), link.source, link.span.duration()),
              Severity.MEDIUM,
              0.6,
              "the number of hardware addresses; links of this size exist",
              link.span.first(),
              link.span.last(),
              link.questions,
              List.of(new Measure("distinct clients", clients, CLIENTS, "clients")),
              link.proof.evidence()));
    }
    link.clients.clear();
    link.proof.clear();
    link.span.clear();
    link.questions = 0;
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    links.forEach(this::conclude);
    found.forEach(findings);
  }
}
