package io.aegispcap.testkit.packet;

import java.nio.ByteBuffer;

/// Headers that hold nothing but what stands around them and a number or two.
final class PlainHeaders {
  private static final int PPP_IPV4 = 0x21;
  private static final int PPP_IPV6 = 0x57;

  private PlainHeaders() {}

  private static PlainHeader link(int length, Writer writer) {
    return new PlainHeader(0, Header.NO_PROTOCOL, length, writer::write);
  }

  private static PlainHeader typed(int etherType, int length, Writer writer) {
    return new PlainHeader(etherType, Header.NO_PROTOCOL, length, writer::write);
  }

  private static PlainHeader transport(int protocol, int length, Writer writer) {
    return new PlainHeader(0, protocol, length, writer::write);
  }

  @FunctionalInterface
  private interface Writer {
    void write(ByteBuffer buffer, Place place);
  }

  static Header bytes(byte[] bytes) {
    return link(bytes.length, (buffer, place) -> buffer.put(bytes));
  }

  static Header ethernet(long source, long destination) {
    return new PlainHeader(
        PlainHeader.ETHERNET_BRIDGING,
        143,
        14,
        (buffer, place) ->
            buffer
                .putShort((short) (destination >>> 32))
                .putInt((int) destination)
                .putShort((short) (source >>> 32))
                .putInt((int) source)
                .putShort((short) place.innerEtherType()));
  }

  static Header sll() {
    return link(
        16,
        (buffer, place) ->
            buffer.putInt(1).putShort((short) 6).putShort(14, (short) place.innerEtherType()));
  }

  static Header sll2() {
    return link(
        20,
        (buffer, place) ->
            buffer
                .putShort((short) place.innerEtherType())
                .putShort(8, (short) 1)
                .put(11, (byte) 6));
  }

  static Header hdlc() {
    return link(
        4,
        (buffer, place) ->
            buffer.putShort((short) 0x0f00).putShort((short) place.innerEtherType()));
  }

  static Header vlan(int etherType, int id) {
    return typed(
        etherType,
        4,
        (buffer, place) -> buffer.putShort((short) id).putShort((short) place.innerEtherType()));
  }

  static Header mpls(int label) {
    return typed(
        0x8847,
        4,
        (buffer, place) -> {
          boolean bottom = place.innerEtherType() != 0x8847;
          buffer.putInt(label << 12 | (bottom ? 0x100 : 0) | 64);
        });
  }

  static Header snap() {
    return link(
        8,
        (buffer, place) ->
            buffer.putInt(0xaaaa0300).putShort((short) 0).putShort((short) place.innerEtherType()));
  }

  /// PPP with its address and control bytes.
  static Header ppp() {
    return link(
        4, (buffer, place) -> buffer.putShort((short) 0xff03).putShort((short) pppProtocol(place)));
  }

  private static int pppProtocol(Place place) {
    return switch (place.innerEtherType()) {
      case 0x0800 -> PPP_IPV4;
      case 0x86dd -> PPP_IPV6;
      case 0x8847 -> 0x281;
      default -> 0xc021;
    };
  }

  static Header pppoe(int session) {
    return typed(
        0x8864,
        8,
        (buffer, place) ->
            buffer
                .putShort((short) 0x1100)
                .putShort((short) session)
                .putShort((short) (place.body().length + 2))
                .putShort((short) pppProtocol(place)));
  }

  static Header udp(int sourcePort, int destinationPort) {
    return transport(
        17,
        8,
        (buffer, place) -> {
          buffer.putShort((short) sourcePort).putShort((short) destinationPort);
          buffer.putShort((short) buffer.capacity()).putShort((short) 0);
          long pseudo = place.ip().pseudoHeader(17, buffer.capacity());
          short checksum = Checksum.fold(pseudo + Checksum.sum(Place.bytes(buffer)));
          buffer.putShort(6, checksum == 0 ? (short) -1 : checksum);
        });
  }

  /// The common header alone, without a checksum; chunks are its payload.
  static Header sctp(int sourcePort, int destinationPort) {
    return transport(
        132,
        12,
        (buffer, place) -> buffer.putShort((short) sourcePort).putShort((short) destinationPort));
  }

  static Header icmp(int protocol, int type, int code, int rest) {
    return transport(
        protocol,
        8,
        (buffer, place) -> {
          buffer.put((byte) type).put((byte) code).putShort((short) 0).putInt(rest);
          long pseudo = protocol == 1 ? 0 : place.ip().pseudoHeader(protocol, buffer.capacity());
          buffer.putShort(2, Checksum.fold(pseudo + Checksum.sum(Place.bytes(buffer))));
        });
  }

  /// An IPv6 extension header of zeros (PadN where it has options).
  static Header extension(int number, int length) {
    return transport(
        number,
        length,
        (buffer, place) -> {
          int units = number == 51 ? (length >> 2) - 2 : (length >> 3) - 1;
          buffer.put((byte) place.innerProtocol()).put((byte) units);
          if (number == 0 || number == 60) {
            buffer.put((byte) 1).put((byte) (length - 4));
          }
        });
  }
}
