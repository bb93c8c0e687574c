package io.aegispcap.capture.packet;

import java.util.ArrayList;
import java.util.List;

/// What is known of one fragmented datagram: the ports of its first fragment once that came, the
/// pieces of its payload, and the fragments that wait for it.
final class Datagram {
  private static final int MAX_FRAGMENTS = 64;
  private static final int MAX_LENGTH = 65_535;

  final long started;

  /// Bytes of memory it is counted with.
  int cost;

  final List<Packet> waiting = new ArrayList<>();
  private final List<Piece> pieces = new ArrayList<>();
  private final Packet first = new Packet();
  private boolean firstSeen;
  private int headerLength;
  private int totalLength = -1;
  private int pieceBytes;
  private boolean closed;

  /// A part of the IP payload, at its place in the datagram.
  private record Piece(int offset, byte[] bytes) {
    int length() {
      return bytes.length;
    }

    int end() {
      return offset + length();
    }
  }

  Datagram(long started) {
    this.started = started;
  }

  boolean firstSeen() {
    return firstSeen;
  }

  /// Whether nothing more is put together: it is complete, or never will be.
  boolean closed() {
    return closed;
  }

  /// Whether this first fragment begins another datagram, which uses the id again.
  boolean another(Packet packet) {
    return firstSeen
        && (closed
            || packet.sourcePort != first.sourcePort
            || packet.destinationPort != first.destinationPort);
  }

  boolean full() {
    return waiting.size() == MAX_FRAGMENTS;
  }

  /// Remembers what only the first fragment says.
  ///
  /// @param headerLength bytes from the start of the fragment's payload to the transport's payload
  void first(Packet packet, int headerLength) {
    if (!firstSeen) {
      first.copyHeaders(packet);
      this.headerLength = headerLength;
      firstSeen = true;
    }
  }

  /// Makes a later fragment one of the first one's flow.
  void nameFlow(Packet packet) {
    packet.protocol = first.protocol;
    packet.sourcePort = first.sourcePort;
    packet.destinationPort = first.destinationPort;
    packet.icmpType = first.icmpType;
    packet.icmpCode = first.icmpCode;
    packet.outcome = Outcome.FLOW;
  }

  /// Takes a fragment's payload.
  ///
  /// @param last whether the datagram ends with it
  void add(int offset, byte[] bytes, boolean last) {
    Piece piece = new Piece(offset, bytes);
    if (piece.end() > MAX_LENGTH || pieces.size() == MAX_FRAGMENTS) {
      close();
      return;
    }
    pieces.add(piece);
    pieceBytes += piece.length();
    if (last && totalLength < 0) {
      totalLength = piece.end();
    }
  }

  void close() {
    closed = true;
    pieces.clear();
  }

  boolean complete() {
    return !closed && firstSeen && totalLength >= 0 && pieceBytes >= totalLength && covered();
  }

  private boolean covered() {
    int end = 0;
    boolean grew = true;
    while (grew && end < totalLength) {
      grew = false;
      for (Piece piece : pieces) {
        if (piece.offset <= end && piece.end() > end) {
          end = piece.end();
          grew = true;
        }
      }
    }
    return end >= totalLength;
  }

  /// Gives the whole payload to the fragment that completed it. Where fragments overlap, what came
  /// first stands.
  void assemble(Packet packet) {
    byte[] whole = new byte[totalLength];
    for (Piece piece : pieces.reversed()) {
      int length = Math.min(piece.length(), totalLength - piece.offset);
      if (length > 0) {
        System.arraycopy(piece.bytes, 0, whole, piece.offset, length);
      }
    }
    close();
    packet.sequence = first.sequence; // where a stream's reader puts the payload
    packet.payload = whole;
    packet.payloadOffset = Math.min(headerLength, totalLength);
    packet.payloadCaptured = totalLength - packet.payloadOffset;
  }
}
