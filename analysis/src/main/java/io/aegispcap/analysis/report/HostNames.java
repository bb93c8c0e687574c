package io.aegispcap.analysis.report;

import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.capture.packet.IpAddress;
import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.dhcp.DhcpMessage;
import io.aegispcap.capture.protocol.dhcpv6.Dhcpv6Message;
import io.aegispcap.capture.protocol.dns.DnsAnswer;
import io.aegispcap.capture.protocol.dns.DnsExchange;
import io.aegispcap.capture.protocol.http.HttpExchange;
import io.aegispcap.capture.protocol.quic.QuicInitial;
import io.aegispcap.capture.protocol.tls.TlsHandshake;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What conversations call the hosts they speak of: at most [#MAX_NAMES] names each for
/// [#MAX_HOSTS] addresses, those learned first.
final class HostNames {
  static final int MAX_HOSTS = 65_536;
  static final int MAX_NAMES = 4;

  /// RFC 1035 2.3.4; what is longer is no name.
  private static final int MAX_LENGTH = 255;

  private final Map<IpAddress, List<HostName>> names = new HashMap<>();

  void learn(FlowKey key, Fact fact) {
    switch (fact) {
      case DnsExchange dns -> answers(dns);
      case TlsHandshake tls ->
          tls.serverName().ifPresent(name -> add(key.destination(), name, HostName.Source.SNI));
      case QuicInitial quic ->
          quic.serverName().ifPresent(name -> add(key.destination(), name, HostName.Source.SNI));
      case HttpExchange http -> add(key.destination(), withoutPort(http), HostName.Source.HTTP);
      case DhcpMessage dhcp -> leased(dhcp, key);
      case Dhcpv6Message dhcp -> asking(dhcp, key);
      default -> {} // others name no hosts
    }
  }

  private void answers(DnsExchange dns) {
    for (DnsAnswer answer : dns.answers()) {
      if (answer.type().equals("A") || answer.type().equals("AAAA")) {
        address(answer.data(), dns.name());
      }
    }
  }

  private void address(String text, String name) {
    IpAddress address;
    try {
      address = IpAddress.parse(text);
    } catch (IllegalArgumentException notAnAddress) {
      return; // a broken record is not worth more
    }
    add(address, name, HostName.Source.DNS);
  }

  private void leased(DhcpMessage dhcp, FlowKey key) {
    IpAddress client =
        dhcp.assignedAddress().or(dhcp::requestedAddress).orElseGet(() -> key.source());
    dhcp.hostName().ifPresent(name -> add(client, name, HostName.Source.DHCP));
  }

  private void asking(Dhcpv6Message dhcp, FlowKey key) {
    if (!dhcp.byServer() && dhcp.relay().isEmpty()) {
      add(key.source(), dhcp.hostName(), HostName.Source.DHCP);
      dhcp.addresses().forEach(address -> add(address, dhcp.hostName(), HostName.Source.DHCP));
    }
  }

  private static String withoutPort(HttpExchange http) {
    int colon = http.host().lastIndexOf(':');
    boolean port = colon >= 0 && http.host().indexOf(']', colon) < 0;
    return port ? http.host().substring(0, colon) : http.host();
  }

  private void add(IpAddress address, String name, HostName.Source source) {
    if (name.isEmpty() || name.length() > MAX_LENGTH || isText(name, address)) {
      return;
    }
    List<HostName> known = names.get(address);
    if (known == null) {
      if (names.size() == MAX_HOSTS) {
        return;
      }
      known = new ArrayList<>(1);
      names.put(address, known);
    }
    if (known.size() < MAX_NAMES && !holds(known, name)) {
      known.add(new HostName(name, source));
    }
  }

  /// Whether the name is nothing but the address; only what begins like one is compared.
  private static boolean isText(String name, IpAddress address) {
    char first = name.charAt(0);
    return (first == ':' || Character.digit(first, 16) >= 0) && name.equals(address.toString());
  }

  private static boolean holds(List<HostName> known, String name) {
    for (int i = 0; i < known.size(); i++) {
      if (known.get(i).name().equals(name)) {
        return true;
      }
    }
    return false;
  }

  List<HostName> of(IpAddress address) {
    return names.getOrDefault(address, List.of());
  }
}
