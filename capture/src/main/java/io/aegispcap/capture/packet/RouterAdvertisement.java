package io.aegispcap.capture.packet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A station offers itself as an IPv6 router, or tells which prefixes and name servers there are.
/// Source: RFC 4861 4.2, 4.6.2; RFC 8106 5.1.
///
/// @param frameId see [FrameId]
/// @param timestamp nanoseconds since 1970-01-01T00:00:00Z
/// @param vlan VLAN id; -1 when untagged
/// @param router who says so
/// @param mac hardware address of the source link-layer option, 48 bits; [NeighbourMessage#NONE]
///   without
/// @param lifetime seconds for which it is a default router; 0 when it is none
/// @param prefixes such as `2001:db8::/64`; at most [#MOST]
/// @param nameServers at most [#MOST]
public record RouterAdvertisement(
    long frameId,
    long timestamp,
    int vlan,
    IpAddress router,
    long mac,
    int lifetime,
    List<String> prefixes,
    List<IpAddress> nameServers)
    implements LinkMessage {
  /// Options of a kind that are kept.
  public static final int MOST = 16;

  static final int TYPE = 134;

  /// What a router on the link sends (RFC 4861 6.1.2): others are not to be believed.
  private static final int HOP_LIMIT = 255;

  private static final int TIMERS = 8;
  private static final int SOURCE = 1;
  private static final int PREFIX = 3;
  private static final int NAME_SERVERS = 25;
  private static final int UNIT = 8;

  public RouterAdvertisement {
    prefixes = List.copyOf(prefixes);
    nameServers = List.copyOf(nameServers);
  }

  static Optional<LinkMessage> in(Packet packet) {
    if (packet.tunnelDepth > 0
        || packet.fragment
        || packet.timeToLive != HOP_LIMIT
        || packet.payloadCaptured < TIMERS) {
      return Optional.empty();
    }
    Span header = new Span();
    header.over(packet.payload, packet.payloadOffset - 2, 2, 2);
    Span span = new Span();
    span.over(packet.payload, packet.payloadOffset, packet.payloadCaptured, packet.payloadLength);
    span.skip(TIMERS);
    List<String> prefixes = new ArrayList<>();
    List<IpAddress> nameServers = new ArrayList<>();
    Span options = new Span();
    options.over(span);
    readOptions(span, prefixes, nameServers);
    return Optional.of(
        new RouterAdvertisement(
            packet.frameId(),
            packet.timestamp,
            packet.vlan,
            packet.source(),
            NeighbourMessage.Option.find(options, SOURCE).mac(),
            header.u16(0),
            prefixes,
            nameServers));
  }

  /// Options that are cut, or that state no length, end the reading.
  private static void readOptions(Span span, List<String> prefixes, List<IpAddress> nameServers) {
    while (span.has(2)) {
      int length = span.u8(1) * UNIT;
      if (length == 0 || !span.has(length)) {
        return;
      }
      if (span.u8(0) == PREFIX && length == 4 * UNIT && prefixes.size() < MOST) {
        prefixes.add(address(span, 16) + "/" + span.u8(2));
      }
      for (int at = UNIT; span.u8(0) == NAME_SERVERS && at + 16 <= length; at += 16) {
        if (nameServers.size() < MOST) {
          nameServers.add(address(span, at));
        }
      }
      span.skip(length);
    }
  }

  private static IpAddress address(Span span, int at) {
    return new IpAddress(span.i64(at), span.i64(at + 8));
  }
}
