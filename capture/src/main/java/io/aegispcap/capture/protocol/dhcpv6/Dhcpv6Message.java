package io.aegispcap.capture.protocol.dhcpv6;

import io.aegispcap.capture.packet.IpAddress;
import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.FactWriter;
import java.util.List;
import java.util.Optional;

/// One DHCPv6 message; of one that relays pass on, the message inside. Source: RFC 8415.
///
/// @param frameId frame that carried it
/// @param timestamp nanoseconds since 1970-01-01T00:00:00Z of `frameId`
/// @param messageType `SOLICIT`, `ADVERTISE`, `REQUEST`, `CONFIRM`, `RENEW`, `REBIND`, `REPLY`,
///   `RELEASE`, `DECLINE`, `RECONFIGURE`, `INFORMATION-REQUEST`
/// @param transactionId a question and its answers bear the same
/// @param relay address of the link by which the first relay passed it on, or of the relay's peer
///   when it names none; empty when none did
/// @param clientDuid identifier of the client, in hexadecimal digits
/// @param clientMac hardware address inside that, as ECS spells it, such as `00-00-5E-00-53-23`;
///   empty when it holds none
/// @param serverDuid identifier of the server, in hexadecimal digits
/// @param addresses given or asked for (options 3 to 5), at most 16
/// @param prefixes given or asked for (options 25, 26), such as `2001:db8:1::/48`, at most 16
/// @param hostName the client's name (option 39), at most 255 characters
/// @param vendorClass option 16, at most 255 characters
/// @param nameServers option 23, at most 16
/// @param searchDomains option 24, at most 16
/// @param status the first that is not `Success`, such as `NoAddrsAvail`; empty without
/// @param requestedOptions option 6 in the order sent: it tells operating systems apart
public record Dhcpv6Message(
    long frameId,
    long timestamp,
    String messageType,
    int transactionId,
    Optional<IpAddress> relay,
    String clientDuid,
    String clientMac,
    String serverDuid,
    List<IpAddress> addresses,
    List<String> prefixes,
    String hostName,
    String vendorClass,
    List<IpAddress> nameServers,
    List<String> searchDomains,
    String status,
    List<Integer> requestedOptions)
    implements Fact {

  public Dhcpv6Message {
    addresses = List.copyOf(addresses);
    prefixes = List.copyOf(prefixes);
    nameServers = List.copyOf(nameServers);
    searchDomains = List.copyOf(searchDomains);
    requestedOptions = List.copyOf(requestedOptions);
  }

  /// Whether a server says it.
  public boolean byServer() {
    return messageType.equals("ADVERTISE")
        || messageType.equals("REPLY")
        || messageType.equals("RECONFIGURE");
  }

  @Override
  public String protocol() {
    return "dhcpv6";
  }

  @Override
  public void describe(FactWriter out) {
    out.text("dhcpv6.message_type", messageType);
    out.number("dhcpv6.id", transactionId);
    out.text("dhcpv6.relay", relay.map(IpAddress::toString).orElse(""));
    out.text("dhcpv6.client_duid", clientDuid);
    out.text("client.mac", clientMac);
    out.text("dhcpv6.server_duid", serverDuid);
    out.list("dhcpv6.addresses", addresses, IpAddress::toString);
    out.list("dhcpv6.prefixes", prefixes);
    out.text("host.name", hostName);
    out.text("dhcpv6.vendor_class", vendorClass);
    out.list("dhcpv6.name_servers", nameServers, IpAddress::toString);
    out.list("dhcpv6.search_domains", searchDomains);
    out.text("dhcpv6.status", status);
    out.list(
        "dhcpv6.requested_options",
        requestedOptions.stream().map(option -> Integer.toString(option)).toList());
  }
}
