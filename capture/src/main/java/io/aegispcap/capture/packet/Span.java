package io.aegispcap.capture.packet;

/// The bytes that decoding has still before it, as a cursor that moves inwards from header to
/// header. It knows two lengths: what was captured and may be read, and what was on the wire.
final class Span {
  private static final byte[] NOTHING = {};

  byte[] data = NOTHING;
  int at;

  /// Bytes that can be read from [#at] on.
  int captured;

  /// Bytes that were on the wire from there on; never less than the captured ones.
  int wire;

  void over(byte[] data, int at, int captured, int wire) {
    this.data = data;
    this.at = at;
    this.captured = captured;
    this.wire = Math.max(captured, wire);
  }

  void over(Span other) {
    over(other.data, other.at, other.captured, other.wire);
  }

  int u8(int index) {
    return data[at + index] & 0xff;
  }

  int u16(int index) {
    int from = at + index;
    return (data[from] & 0xff) << 8 | data[from + 1] & 0xff;
  }

  int i32(int index) {
    return u16(index) << 16 | u16(index + 2);
  }

  long u32(int index) {
    return i32(index) & 0xffff_ffffL;
  }

  long i64(int index) {
    return (long) i32(index) << 32 | u32(index + 4);
  }

  /// Whether that many bytes can be read.
  boolean has(int length) {
    return captured >= length;
  }

  /// Steps over a header, which may reach past what was captured.
  void skip(int length) {
    int present = Math.min(length, captured);
    at += present;
    captured -= present;
    wire = Math.max(0, wire - length);
  }

  /// Forgets what lies behind that many bytes: padding, frame check sequences, trailers.
  void limit(int length) {
    wire = Math.min(wire, length);
    captured = Math.min(captured, wire);
  }

  /// Ends decoding: a header misses bytes, because the snap length cut them or because the packet
  /// never had them.
  int missing(Packet packet) {
    packet.outcome = captured < wire ? Outcome.CUT_SHORT : Outcome.MALFORMED;
    return Layer.DONE;
  }

  /// What follows a transport header of that length is the packet's payload.
  void payload(Packet packet, int headerLength) {
    skip(headerLength);
    packet.transportHeaderLength = headerLength;
    packet.payload = data;
    packet.payloadOffset = at;
    packet.payloadLength = wire;
    packet.payloadCaptured = captured;
  }
}
