package io.aegispcap.analysis.detection.local;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorInfo;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.Measure;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.analysis.detection.Technique;
import io.aegispcap.analysis.detection.tracking.TrackMap;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.analysis.flow.Interest;
import io.aegispcap.capture.packet.IpAddress;
import io.aegispcap.capture.packet.LinkMessage;
import io.aegispcap.capture.packet.RouterAdvertisement;
import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.dhcp.DhcpMessage;
import io.aegispcap.capture.protocol.dhcpv6.Dhcpv6Message;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// A DHCPv6 server that makes itself the name server of Windows and other hosts, which ask for one
/// even where nobody set up IPv6.
///
/// Formula: of a server, by its address on the link, that answered a client. Medium when it gives
/// out link-local addresses, which hosts make themselves and no server has to give (RFC 4862 5.3,
/// RFC 8415 18.3); high when it names itself as name server as well. Medium when one question (the
/// same transaction and client) is answered by two servers, by their identifiers, of which it names
/// itself as name server and the other does not, or that name other name servers altogether. Low
/// when it names itself as name server and does not route, while a DHCP server for IPv4 on the same
/// link names others.
///
/// Memory: [#QUESTIONS] questions; [#SERVERS] servers and the evidence; [#LINKS] links and
/// [#ROUTERS] routers.
public final class RogueDhcpv6 implements Detector {
  private static final int QUESTIONS = 16_384;
  private static final int SERVERS = 4_096;
  private static final int LINKS = 4_096;
  private static final int ROUTERS = 16_384;
  private static final int CLIENT_PORT = 546;

  private static final DetectorInfo INFO =
      new DetectorInfo(
          "rogue-address-server",
          "Rogue DHCPv6 server",
          "1.0.0",
          "a DHCPv6 server that gives out link-local addresses: medium, high when it names itself as"
              + " name server too; one question answered by two servers with other name servers:"
              + " medium; itself as name server without routing, beside DHCP for IPv4 that names"
              + " others: low",
          "RFC 8415, RFC 4862, RFC 3646; ATT&CK T1557.003; the behaviour of mitm6",
          new Technique("T1557.003", "Adversary-in-the-Middle: DHCP Spoofing", "Credential Access"),
          "a name server that serves DHCPv6 as well and whose network's router was not heard; a home"
              + " router plugged in by mistake",
          "find the switch port of the server; see which names it answered; switch on DHCPv6 guard"
              + " (RFC 7610)");

  private final TrackMap<Question> questions =
      new TrackMap<>(QUESTIONS, (a, b, c, d, e) -> new Question(), gone -> {});
  private final TrackMap<NamingServer> servers =
      new TrackMap<>(SERVERS, (vlan, h, l, d, e) -> new NamingServer(vlan, h, l), gone -> {});

  /// Links whose clients are told name servers by DHCP for IPv4.
  private final TrackMap<Boolean> links =
      new TrackMap<>(LINKS, (a, b, c, d, e) -> Boolean.TRUE, gone -> {});

  private final TrackMap<Boolean> routers =
      new TrackMap<>(ROUTERS, (a, b, c, d, e) -> Boolean.TRUE, gone -> {});

  /// What was answered first.
  private static final class Question {
    String server = "";
    boolean namedItself;
    Set<IpAddress> nameServers = Set.of();
  }

  @Override
  public DetectorInfo info() {
    return INFO;
  }

  @Override
  public Interest interest() {
    return Interest.inLinksAnd(DhcpMessage.class, Dhcpv6Message.class);
  }

  @Override
  public void link(LinkMessage message) {
    if (message instanceof RouterAdvertisement said && said.lifetime() > 0) {
      IpAddress router = said.router();
      routers.at(said.vlan(), router.high(), router.low(), 0, 0, said.timestamp());
    }
  }

  @Override
  public void fact(FlowKey key, Fact fact) {
    if (fact instanceof DhcpMessage dhcp && !dhcp.nameServers().isEmpty()) {
      links.at(key.vlan(), 0, dhcp.timestamp());
    } else if (fact instanceof Dhcpv6Message dhcp
        && dhcp.byServer()
        && dhcp.relay().isEmpty()
        && !dhcp.serverDuid().isEmpty()) {
      answered(key, dhcp);
    }
  }

  private void answered(FlowKey key, Dhcpv6Message dhcp) {
    boolean byOpener = key.destinationPort() == CLIENT_PORT;
    IpAddress address = byOpener ? key.source() : key.destination();
    IpAddress client = byOpener ? key.destination() : key.source();
    NamingServer server =
        servers.at(key.vlan(), address.high(), address.low(), 0, 0, dhcp.timestamp());
    server.answered(key, dhcp, client);
    Question question =
        questions.at(
            key.vlan(),
            dhcp.transactionId(),
            dhcp.clientDuid().hashCode(),
            dhcp.messageType().hashCode(),
            0,
            dhcp.timestamp());
    Set<IpAddress> named = new HashSet<>(dhcp.nameServers());
    boolean itself = named.contains(address);
    if (question.server.isEmpty()) {
      question.server = dhcp.serverDuid();
      question.namedItself = itself;
      question.nameServers = named;
    } else if (!question.server.equals(dhcp.serverDuid())
        && !named.isEmpty()
        && !named.equals(question.nameServers)
        && !question.namedItself) {
      server.rivals++;
    } else if (!question.server.equals(dhcp.serverDuid()) && question.namedItself && !itself) {
      rival(question.server);
    }
  }

  /// The server that answered first, and named itself.
  private void rival(String duid) {
    servers.forEach(server -> server.rivals += server.duid.equals(duid) ? 1 : 0);
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    servers.forEach(server -> grade(server).ifPresent(s -> findings.accept(finding(server, s))));
  }

  private Optional<Severity> grade(NamingServer server) {
    if (server.linkLocal > 0) {
      return Optional.of(server.namedItself > 0 ? Severity.HIGH : Severity.MEDIUM);
    }
    if (server.rivals > 0) {
      return Optional.of(Severity.MEDIUM);
    }
    IpAddress address = server.address;
    boolean routes = routers.has(server.vlan, address.high(), address.low(), 0, 0);
    boolean beside = links.has(server.vlan, 0, 0, 0, 0);
    return server.namedItself > 0 && !routes && beside
        ? Optional.of(Severity.LOW)
        : Optional.empty();
  }

  private static Finding finding(NamingServer server, Severity severity) {
    String subject = server.address.toString();
    return new Finding(
        INFO,
        subject,
        server.clients.size() == 1
            ? Optional.of(server.clients.iterator().next().toString())
            : Optional.empty(),
        "%s answered DHCPv6 questions of %d hosts%s%s%s"
            .formatted(
                subject,
                server.clients.size(),
                server.namedItself > 0 ? ", named itself as name server" : "",
                server.linkLocal > 0 ? ", gave out link-local addresses" : "",
                server.rivals > 0 ? ", and named others than another server" : ""),
        severity,
        severity == Severity.LOW ? 0.4 : server.linkLocal > 0 ? 0.85 : 0.6,
        server.linkLocal > 0
            ? "no server has to give link-local addresses"
            : "which server is the right one is not known",
        server.span.first(),
        server.span.last(),
        server.answers,
        List.of(
            new Measure("link-local addresses given", server.linkLocal, 1, "addresses"),
            new Measure("answers that name itself", server.namedItself, 1, "answers"),
            new Measure("questions answered in two ways", server.rivals, 1, "questions")),
        server.proof.evidence());
  }
}
