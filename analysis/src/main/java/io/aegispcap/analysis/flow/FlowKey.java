package io.aegispcap.analysis.flow;

import io.aegispcap.capture.packet.IpAddress;

/// Who talks to whom in a flow: its forward direction runs from source to destination.
///
/// @param source the side that opened the flow, or is inferred to have
/// @param destination the side that answers
/// @param sourcePort 0 to 65535; for ICMP the type, as Community ID defines it
/// @param destinationPort 0 to 65535; for ICMP the code or the answering type
/// @param protocol IP protocol number
/// @param vlan VLAN id of the forward direction, -1 when untagged
public record FlowKey(
    IpAddress source,
    IpAddress destination,
    int sourcePort,
    int destinationPort,
    int protocol,
    int vlan) {

  /// Community ID v1 with seed 0. Source: github.com/corelight/community-id-spec.
  public String communityId() {
    return new CommunityId().of(this);
  }
}
