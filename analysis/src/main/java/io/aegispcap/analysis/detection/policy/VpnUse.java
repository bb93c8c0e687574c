package io.aegispcap.analysis.detection.policy;

import io.aegispcap.analysis.detection.DetectionOptions;
import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorInfo;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.HomeNetworks;
import io.aegispcap.analysis.detection.Measure;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.analysis.detection.Technique;
import io.aegispcap.analysis.detection.tracking.Sightings;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.analysis.flow.Interest;
import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.ike.IkeSession;
import io.aegispcap.capture.protocol.openvpn.OpenVpnSession;
import io.aegispcap.capture.protocol.wireguard.WireGuardSession;
import java.util.function.Consumer;

/// A host inside keeps a tunnel to one outside.
///
/// Formula: a handshake of WireGuard that was answered, or a session of OpenVPN that the server
/// took up, from inside to outside; for information.
///
/// Memory: [Sightings#MOST] pairs and the evidence.
public final class VpnUse implements Detector {
  private static final DetectorInfo INFO =
      new DetectorInfo(
          "vpn-use",
          "Tunnel to the outside",
          "1.0.0",
          "an answered handshake of WireGuard, OpenVPN or IPsec (IKE) from inside to outside; for information",
          "WireGuard's paper 5.4; OpenVPN's protocol documentation; RFC 7296",
          new Technique("T1572", "Protocol Tunneling", "Command and Control"),
          "the company's own VPN, or somebody's private one",
          "compare with the tunnels that are allowed");

  private final HomeNetworks home;
  private final Sightings<Kind> pairs = Sightings.ofServices(Kind.class, VpnUse::finding);

  public VpnUse(DetectionOptions options) {
    this.home = options.home();
  }

  enum Kind {
    WIREGUARD("WireGuard"),
    OPENVPN("OpenVPN"),
    IPSEC("IPsec");

    private final String title;

    Kind(String title) {
      this.title = title;
    }
  }

  @Override
  public DetectorInfo info() {
    return INFO;
  }

  @Override
  public Interest interest() {
    return Interest.inFacts(WireGuardSession.class, OpenVpnSession.class, IkeSession.class);
  }

  @Override
  public void fact(FlowKey key, Fact fact) {
    switch (fact) {
      case WireGuardSession session when session.responses() > 0 -> seen(key, fact, Kind.WIREGUARD);
      case OpenVpnSession session when session.answered() -> seen(key, fact, Kind.OPENVPN);
      case IkeSession session when session.answered() -> seen(key, fact, Kind.IPSEC);
      default -> {}
    }
  }

  private void seen(FlowKey key, Fact fact, Kind kind) {
    if (home.inside(key.source()) && !home.inside(key.destination())) {
      pairs.at(key, fact).kinds().put(kind, kind.title);
    }
  }

  private static Finding finding(Sightings.Pair<Kind> pair) {
    return pair.finding(
        INFO,
        "%s has a tunnel by %s to %s"
            .formatted(pair.client(), String.join(" and ", pair.kinds().values()), pair.server()),
        Severity.INFO,
        0.95,
        "the handshake was answered",
        new Measure("sessions", pair.count(), 1, "sessions"));
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    pairs.finish(findings);
  }
}
