package io.aegispcap.capture.protocol.quic;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.MalformedMessageException;
import java.util.Optional;

/// The unprotected part of a packet with a long header (RFC 9000 17.2).
///
/// @param start index of the packet in its datagram
/// @param numberAt index of the packet number, which is protected
/// @param end index after the packet
record LongHeader(
    QuicVersion version, Kind kind, byte[] destination, int start, int numberAt, int end) {
  private static final int MAX_CONNECTION_ID = 20;

  enum Kind {
    INITIAL,
    /// 0-RTT: protected by keys that a bystander lacks, like all that follow.
    EARLY,
    RETRY,
    HANDSHAKE
  }

  /// The packet that begins there; empty when it is one that ends what can be read of the datagram:
  /// a short header, a version negotiation, or an unknown version.
  ///
  /// @throws MalformedMessageException when it is cut short or its fields are out of range
  static Optional<LongHeader> read(Bytes datagram, int start) {
    QuicReader in = new QuicReader(datagram, start);
    int first = in.u8();
    if ((first & 0xc0) != 0xc0) {
      return Optional.empty();
    }
    return QuicVersion.of(in.u32()).map(version -> read(version, first, in, start));
  }

  /// Whether it can be the first of a client's packets.
  boolean begins() {
    return kind == Kind.INITIAL || kind == Kind.EARLY;
  }

  private static LongHeader read(QuicVersion version, int first, QuicReader in, int start) {
    byte[] destination = connectionId(in);
    connectionId(in);
    Kind kind = kind(version, first >>> 4 & 3);
    if (kind == Kind.RETRY) {
      return new LongHeader(version, kind, destination, start, in.at(), in.at() + in.remaining());
    }
    if (kind == Kind.INITIAL) {
      in.take(in.length());
    }
    int length = in.length();
    return new LongHeader(version, kind, destination, start, in.at(), in.at() + length);
  }

  private static Kind kind(QuicVersion version, int bits) {
    if (bits == version.initialType()) {
      return Kind.INITIAL;
    }
    if (bits == version.retryType()) {
      return Kind.RETRY;
    }
    return bits == version.initialType() + 1 ? Kind.EARLY : Kind.HANDSHAKE;
  }

  private static byte[] connectionId(QuicReader in) {
    int length = in.u8();
    if (length > MAX_CONNECTION_ID) {
      throw new MalformedMessageException("QUIC connection id of " + length + " bytes");
    }
    return in.take(length).copy(0, length);
  }
}
