package io.aegispcap.capture.packet;

import java.util.Optional;

/// A question who has an IPv6 address of the link, or an answer to it. Source: RFC 4861 4.3, 4.4;
/// RFC 4862 5.4 for the probes of duplicate address detection.
///
/// @param frameId see [FrameId]
/// @param timestamp nanoseconds since 1970-01-01T00:00:00Z
/// @param vlan VLAN id; -1 when untagged
/// @param advertisement whether it is an answer, or told unasked
/// @param station hardware address that the frame came from, 48 bits; [#NONE] unless by Ethernet
/// @param sender `::` in a probe
/// @param target the address asked for, or the one that is answered
/// @param mac hardware address of the source or target link-layer option, 48 bits; [#NONE] without
/// @param router flag R: the answering station is a router
/// @param solicited flag S: it says to be an answer to a question from one address
/// @param override flag O: what is known already is to be replaced; proxies and anycast leave it
///   out
public record NeighbourMessage(
    long frameId,
    long timestamp,
    int vlan,
    boolean advertisement,
    long station,
    IpAddress sender,
    IpAddress target,
    long mac,
    boolean router,
    boolean solicited,
    boolean override)
    implements LinkMessage {
  /// No hardware address is said.
  public static final long NONE = -1;

  static final int SOLICITATION = 135;
  static final int ADVERTISEMENT = 136;
  private static final int HOP_LIMIT = 255;
  private static final int TARGET = 16;
  private static final int MULTICAST = 0xff;
  private static final int UNIT = 8;
  private static final int ETHERNET = 1;
  private static final int ROUTER = 0x80;
  private static final int SOLICITED = 0x40;
  private static final int OVERRIDE = 0x20;

  /// Empty for what a host is to discard (RFC 4861 7.1.1, 7.1.2); checksums are not looked at.
  static Optional<LinkMessage> in(Packet packet) {
    if (packet.tunnelDepth > 0
        || packet.fragment
        || packet.timeToLive != HOP_LIMIT
        || packet.icmpCode != 0
        || packet.payloadCaptured < TARGET) {
      return Optional.empty();
    }
    Span span = new Span();
    span.over(packet.payload, packet.payloadOffset, packet.payloadCaptured, packet.payloadLength);
    boolean advertisement = packet.icmpType == ADVERTISEMENT;
    int flags = advertisement ? packet.payload[packet.payloadOffset - 4] & 0xff : 0;
    IpAddress target = new IpAddress(span.i64(0), span.i64(8));
    boolean foreign = span.u8(0) == MULTICAST;
    span.skip(TARGET);
    // Source link-layer address: option 1; target link-layer address: option 2
    Option option = Option.find(span, advertisement ? 2 : 1);
    IpAddress sender = packet.source();
    boolean probe = sender.high() == 0 && sender.low() == 0;
    if (foreign || option.broken || probe && (advertisement || option.mac != NONE)) {
      return Optional.empty();
    }
    return Optional.of(
        new NeighbourMessage(
            packet.frameId(),
            packet.timestamp,
            packet.vlan,
            advertisement,
            station(packet),
            sender,
            target,
            option.mac,
            (flags & ROUTER) != 0,
            (flags & SOLICITED) != 0,
            (flags & OVERRIDE) != 0));
  }

  /// The first link-layer address of a kind.
  ///
  /// @param mac [#NONE] when there is none of 48 bits
  /// @param broken whether an option states no length
  record Option(long mac, boolean broken) {
    /// Options that are cut end the reading.
    static Option find(Span span, int kind) {
      long mac = NONE;
      while (span.has(2)) {
        int length = span.u8(1) * UNIT;
        if (length == 0) {
          return new Option(mac, true);
        }
        if (mac == NONE && span.u8(0) == kind && length == UNIT && span.has(UNIT)) {
          mac = span.i64(0) & 0xffff_ffff_ffffL;
        }
        if (!span.has(length)) {
          return new Option(mac, false);
        }
        span.skip(length);
      }
      return new Option(mac, false);
    }
  }

  private static long station(Packet packet) {
    if (packet.linkType != ETHERNET) {
      return NONE;
    }
    Span frame = new Span();
    frame.over(packet.data, packet.offset, packet.capturedLength, packet.originalLength);
    return (long) frame.u16(6) << 32 | frame.u32(8);
  }

  /// Whether somebody asks, before taking an address, if it is taken already.
  public boolean probe() {
    return !advertisement && sender.high() == 0 && sender.low() == 0;
  }

  /// Whether it says of an address, [#claimed], which hardware address has it.
  public boolean claims() {
    return mac != NONE;
  }

  /// The address that is said to be at the hardware address: the asker's own, or the answered one.
  public IpAddress claimed() {
    return advertisement ? target : sender;
  }
}
