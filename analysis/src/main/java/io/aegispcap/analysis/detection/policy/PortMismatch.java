package io.aegispcap.analysis.detection.policy;

import io.aegispcap.analysis.detection.Addresses;
import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorInfo;
import io.aegispcap.analysis.detection.Evidence;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.Measure;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.analysis.detection.Technique;
import io.aegispcap.analysis.detection.tracking.Proof;
import io.aegispcap.analysis.detection.tracking.Span;
import io.aegispcap.analysis.detection.tracking.Watched;
import io.aegispcap.analysis.flow.Flow;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.analysis.flow.Interest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// A protocol that was recognised on a port that belongs to another one, as those do who want to
/// get past a firewall.
///
/// Formula: a flow whose conversation was read has a protocol that the table of its server's port
/// does not list; low when it is one that carries other things (SSH, tunnels, IRC, Stratum, Telnet)
/// or when the port is DNS's, else for information.
///
/// Memory: [#PAIRS] pairs of client and service, and the evidence.
public final class PortMismatch implements Detector {
  private static final int PAIRS = 16_384;
  private static final int DNS_PORT = 53;

  /// By IANA's registry of ports; for each what may be there.
  private static final Map<Integer, Set<String>> PORTS =
      Map.ofEntries(
          Map.entry(21, Set.of("ftp", "tls", "telnet")),
          Map.entry(22, Set.of("ssh")),
          Map.entry(23, Set.of("telnet")),
          Map.entry(25, Set.of("smtp", "tls")),
          Map.entry(DNS_PORT, Set.of("dns")),
          Map.entry(80, Set.of("http", "http2", "websocket", "tls", "quic")),
          Map.entry(88, Set.of("kerberos")),
          Map.entry(110, Set.of("pop3", "tls")),
          Map.entry(123, Set.of("ntp")),
          Map.entry(143, Set.of("imap", "tls")),
          Map.entry(389, Set.of("ldap", "tls")),
          Map.entry(443, Set.of("tls", "quic", "http", "websocket", "http2", "stun", "dns")),
          Map.entry(445, Set.of("smb", "dce_rpc")),
          Map.entry(587, Set.of("smtp", "tls")),
          Map.entry(853, Set.of("tls", "quic", "dns")),
          Map.entry(993, Set.of("tls", "imap")),
          Map.entry(995, Set.of("tls", "pop3")));

  private static final Set<String> CARRIERS =
      Set.of("ssh", "openvpn", "wireguard", "irc", "stratum", "telnet", "socks");

  private static final DetectorInfo INFO =
      new DetectorInfo(
          "port-mismatch",
          "Protocol on another's port",
          "1.0.0",
          "the recognised protocol of a flow is none of those that belong to its server's port (17 ports"
              + " are known): low when it carries others (SSH, OpenVPN, WireGuard, IRC, Stratum, Telnet)"
              + " or the port is 53, else for information",
          "IANA's registry of service names and port numbers",
          new Technique("T1571", "Non-Standard Port", "Command and Control"),
          "a server that an administrator put there to be reached through firewalls",
          "find out who runs the server, and what goes through it");

  private final Watched<Pair> pairs =
      new Watched<>(PAIRS, (a, b, c, d, e) -> new Pair(), PortMismatch::finding);

  private static final class Pair {
    final Proof proof = new Proof();
    final Span span = new Span();
    String client = "";
    String server = "";
    String protocol = "";
    int port;
    long flows;
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
    if (flow.factCount() == 0 || flow.malformed()) {
      return;
    }
    Set<String> proper = PORTS.get(flow.destinationPort());
    String protocol = flow.application();
    if (proper == null || proper.contains(protocol)) {
      return;
    }
    FlowKey key = flow.key();
    Pair pair =
        pairs.at(
            flow.sourceHigh(),
            flow.sourceLow(),
            flow.destinationHigh(),
            flow.destinationLow(),
            (long) flow.destinationPort() << 32 | protocol.hashCode() & 0xffff_ffffL,
            flow.end());
    pair.client = key.source().toString();
    pair.server = Addresses.endpoint(key.destination(), key.destinationPort());
    pair.protocol = protocol;
    pair.port = flow.destinationPort();
    pair.flows++;
    pair.proof.add(flow);
    pair.span.add(flow.start());
    pair.span.add(flow.end());
  }

  private static Optional<Finding> finding(Pair pair) {
    boolean carries = CARRIERS.contains(pair.protocol) || pair.port == DNS_PORT;
    Evidence evidence = pair.proof.evidence();
    return Optional.of(
        new Finding(
            INFO,
            pair.client,
            Optional.of(pair.server),
            "%s speaks %s with %s, a port of another protocol"
                .formatted(pair.client, pair.protocol.toUpperCase(Locale.ROOT), pair.server),
            carries ? Severity.LOW : Severity.INFO,
            0.7,
            "the protocol was recognised by what was said",
            pair.span.first(),
            pair.span.last(),
            pair.flows,
            List.of(new Measure("flows", pair.flows, 1, "flows")),
            evidence));
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    pairs.finish(findings);
  }
}
