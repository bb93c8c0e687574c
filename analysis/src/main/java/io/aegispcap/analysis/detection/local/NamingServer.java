package io.aegispcap.analysis.detection.local;

import io.aegispcap.analysis.detection.tracking.Proof;
import io.aegispcap.analysis.detection.tracking.Span;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.capture.packet.IpAddress;
import io.aegispcap.capture.protocol.dhcpv6.Dhcpv6Message;
import java.util.Set;
import java.util.TreeSet;

/// A DHCPv6 server of a link and what it told its clients.
final class NamingServer {
  private static final int MOST_CLIENTS = 256;

  /// `fe80::/10`: its first ten bits.
  private static final long LINK_LOCAL = 0xfe80L >>> 6;

  final long vlan;
  final IpAddress address;
  final Proof proof = new Proof();
  final Span span = new Span();

  /// The first [#MOST_CLIENTS] that were answered.
  final Set<IpAddress> clients = new TreeSet<>();

  String duid = "";
  long answers;

  /// Answers that name itself as name server.
  long namedItself;

  /// Link-local addresses given.
  long linkLocal;

  /// Questions that another server answered in another way.
  long rivals;

  NamingServer(long vlan, long high, long low) {
    this.vlan = vlan;
    this.address = new IpAddress(high, low);
  }

  void answered(FlowKey key, Dhcpv6Message dhcp, IpAddress client) {
    duid = dhcp.serverDuid();
    answers++;
    namedItself += dhcp.nameServers().contains(address) ? 1 : 0;
    linkLocal += dhcp.addresses().stream().filter(NamingServer::isLinkLocal).count();
    if (clients.size() < MOST_CLIENTS) {
      clients.add(client);
    }
    proof.add(key, dhcp.frameId());
    span.add(dhcp.timestamp());
  }

  private static boolean isLinkLocal(IpAddress given) {
    return given.high() >>> 54 == LINK_LOCAL;
  }
}
