package io.aegispcap.capture.protocol.dhcp;

import io.aegispcap.capture.packet.IpAddress;
import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.FactWriter;
import java.util.List;
import java.util.Optional;

/// One DHCP or BOOTP message. Source: RFC 2131 2, RFC 2132.
///
/// @param frameId frame that carried it
/// @param timestamp nanoseconds since 1970-01-01T00:00:00Z of `frameId`
/// @param messageType `DISCOVER`, `OFFER`, `REQUEST`, `DECLINE`, `ACK`, `NAK`, `RELEASE`, `INFORM`,
///   `TYPEn` for others, `BOOTP` without one
/// @param clientMac hardware address as ECS spells it, such as `00-00-5E-00-53-23`
/// @param hostName option 12, at most 255 characters
/// @param vendorClass option 60, at most 255 characters
/// @param assignedAddress the address given (`yiaddr`)
/// @param requestedAddress the address asked for (option 50)
/// @param transactionId `xid`: a question and its answers bear the same
/// @param serverId option 54, by which servers name themselves in offers and answers
/// @param routers option 3, at most 16
/// @param nameServers option 6, at most 16
/// @param proxyScript option 252, where browsers are to find their proxies; at most 255 characters
/// @param parameterRequestList option 55 in the order sent: it tells operating systems apart
public record DhcpMessage(
    long frameId,
    long timestamp,
    String messageType,
    String clientMac,
    Optional<String> hostName,
    Optional<String> vendorClass,
    Optional<IpAddress> assignedAddress,
    Optional<IpAddress> requestedAddress,
    long transactionId,
    Optional<IpAddress> serverId,
    List<IpAddress> routers,
    List<IpAddress> nameServers,
    Optional<String> proxyScript,
    List<Integer> parameterRequestList)
    implements Fact {

  public DhcpMessage {
    routers = List.copyOf(routers);
    nameServers = List.copyOf(nameServers);
    parameterRequestList = List.copyOf(parameterRequestList);
  }

  @Override
  public String protocol() {
    return "dhcp";
  }

  @Override
  public void describe(FactWriter out) {
    out.text("dhcp.message_type", messageType);
    out.text("client.mac", clientMac);
    out.text("host.name", hostName.orElse(""));
    out.text("dhcp.vendor_class", vendorClass.orElse(""));
    out.text("dhcp.assigned_address", assignedAddress.map(IpAddress::toString).orElse(""));
    out.text("dhcp.requested_address", requestedAddress.map(IpAddress::toString).orElse(""));
    out.number("dhcp.id", transactionId);
    out.text("dhcp.server_identifier", serverId.map(IpAddress::toString).orElse(""));
    out.list("dhcp.routers", routers, IpAddress::toString);
    out.list("dhcp.name_servers", nameServers, IpAddress::toString);
    out.text("dhcp.proxy_script", proxyScript.orElse(""));
    out.list(
        "dhcp.parameter_request_list",
        parameterRequestList.stream().map(option -> Integer.toString(option)).toList());
  }
}
