package io.aegispcap.testkit.packet;

import java.nio.ByteBuffer;
import java.util.function.BiConsumer;

/// Headers that carry a packet inside a packet.
final class TunnelHeaders {
  private TunnelHeaders() {}

  private static PlainHeader overUdp(int length, BiConsumer<ByteBuffer, Place> writer) {
    return new PlainHeader(0, Header.NO_PROTOCOL, length, writer);
  }

  private static PlainHeader overIp(
      int protocol, int length, BiConsumer<ByteBuffer, Place> writer) {
    return new PlainHeader(0, protocol, length, writer);
  }

  /// GRE with a key when it isn't 0 (RFC 2890).
  static Header gre(int key) {
    return overIp(
        47,
        key == 0 ? 4 : 8,
        (buffer, place) -> {
          buffer.putShort((short) (key == 0 ? 0 : 0x2000));
          buffer.putShort((short) place.innerEtherType());
          if (key != 0) {
            buffer.putInt(key);
          }
        });
  }

  /// PPTP's GRE with a sequence number (RFC 2637); PPP comes next.
  static Header pptp(int callId) {
    return overIp(
        47,
        12,
        (buffer, place) ->
            buffer
                .putShort((short) 0x3001)
                .putShort((short) 0x880b)
                .putShort((short) place.body().length)
                .putShort((short) callId)
                .putInt(1));
  }

  /// ERSPAN type II with the GRE header that it needs; Ethernet comes next.
  static Header erspan(int session) {
    return overIp(
        47,
        16,
        (buffer, place) ->
            buffer
                .putShort((short) 0x1000)
                .putShort((short) 0x88be)
                .putInt(1)
                .putInt(0x1000_0000 | session)
                .putInt(0));
  }

  static Header vxlan(int network) {
    return overUdp(8, (buffer, place) -> buffer.putInt(0x0800_0000).putInt(network << 8));
  }

  static Header geneve(int network) {
    return overUdp(
        8,
        (buffer, place) ->
            buffer
                .putShort((short) 0)
                .putShort((short) place.innerEtherType())
                .putInt(network << 8));
  }

  /// A T-PDU (3GPP TS 29.281).
  static Header gtpU(int tunnel) {
    return overUdp(
        8,
        (buffer, place) ->
            buffer.putShort((short) 0x30ff).putShort((short) place.body().length).putInt(tunnel));
  }

  /// An L2TPv2 data message with its length (RFC 2661); PPP comes next.
  static Header l2tp(int tunnel, int session) {
    return overUdp(
        8,
        (buffer, place) ->
            buffer
                .putShort((short) 0x4002)
                .putShort((short) buffer.capacity())
                .putShort((short) tunnel)
                .putShort((short) session));
  }

  /// L2TPv3 over IP (RFC 3931 4.1.1), with so many bytes of cookie and sublayer; Ethernet comes
  /// next.
  static Header l2tpV3(int session, int unstated) {
    return overIp(
        115, 4 + unstated, (buffer, place) -> buffer.putInt(session).put(new byte[unstated]));
  }

  /// L2TPv3 over UDP (RFC 3931 4.1.2); Ethernet comes next.
  static Header l2tpV3OverUdp(int session, int unstated) {
    return overUdp(
        8 + unstated,
        (buffer, place) -> buffer.putInt(0x0003_0000).putInt(session).put(new byte[unstated]));
  }
}
