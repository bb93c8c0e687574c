package io.aegispcap.analysis.flow;

import io.aegispcap.capture.packet.Packet;
import io.aegispcap.capture.protocol.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Puts one side's TCP segments in order (RFC 9293 3.4). Of overlapping data, what was handed on
/// stands, and of what is held out of order, the segment that begins earlier wins. What is held out
/// of order is bounded; beyond the bound the missing bytes are given up as a gap.
final class StreamSide {
  /// Bytes held out of order, at most.
  static final int MAX_HELD = 128 << 10;

  private static final int MAX_SEGMENTS = 128;

  private final Side side;
  private final ConversationReader reader;
  private final HeldBytes all;
  private final List<Held> held = new ArrayList<>(0);
  private int heldBytes;
  private boolean started;
  private long next;

  /// @param wireLength bytes of the segment; fewer were captured when the snap length cut it
  private record Held(long sequence, byte[] bytes, int wireLength) {}

  StreamSide(Side side, HeldBytes all, ConversationReader reader) {
    this.side = side;
    this.reader = reader;
    this.all = all;
  }

  /// @param start sequence number of the stream's first byte; -1 when no SYN told
  void segment(Packet packet, long start) {
    long sequence = packet.sequence();
    if (packet.has(Packet.SYN)) {
      sequence = sequence + 1 & 0xffff_ffffL;
    }
    if (!started) {
      started = true;
      next = start < 0 ? sequence : start;
    }
    int length = packet.payloadLength();
    if (length == 0) {
      return;
    }
    int ahead = (int) (sequence - next);
    if (ahead > 0) {
      hold(packet, sequence);
      return;
    }
    deliver(-ahead, packet.payload(), packet.payloadOffset(), packet.payloadCaptured(), length);
    drain();
  }

  /// Hands on what lies beyond the bytes already seen.
  private void deliver(int seen, byte[] bytes, int offset, int captured, int length) {
    if (seen >= length || seen < 0) {
      return;
    }
    next = next + length - seen & 0xffff_ffffL;
    int readable = Math.min(captured, length);
    if (readable > seen) {
      reader.data(side, bytes, offset + seen, readable - seen);
    }
    if (readable < length) {
      reader.gap(side, length - Math.max(readable, seen));
    }
  }

  private void hold(Packet packet, long sequence) {
    int captured = Math.min(packet.payloadCaptured(), packet.payloadLength());
    int from = packet.payloadOffset();
    byte[] copy = Arrays.copyOfRange(packet.payload(), from, from + captured);
    int at = held.size();
    while (at > 0 && (int) (held.get(at - 1).sequence - sequence) > 0) {
      at--;
    }
    held.add(at, new Held(sequence, copy, packet.payloadLength()));
    heldBytes += captured;
    all.take(captured);
    while (!held.isEmpty() && overfull()) {
      skipToHeld();
      drain();
    }
  }

  private boolean overfull() {
    return heldBytes > MAX_HELD || held.size() > MAX_SEGMENTS || all.full();
  }

  private void skipToHeld() {
    long sequence = held.getFirst().sequence;
    long missing = sequence - next & 0xffff_ffffL;
    next = sequence;
    reader.gap(side, missing);
  }

  private void drain() {
    while (!held.isEmpty() && (int) (held.getFirst().sequence - next) <= 0) {
      Held first = held.removeFirst();
      heldBytes -= first.bytes.length;
      all.give(first.bytes.length);
      deliver((int) (next - first.sequence), first.bytes, 0, first.bytes.length, first.wireLength);
    }
  }

  /// Forgets what is held.
  void drop() {
    all.give(heldBytes);
    heldBytes = 0;
    held.clear();
  }

  /// Hands on all that is held, with gaps where bytes are missing.
  void flush() {
    while (!held.isEmpty()) {
      skipToHeld();
      drain();
    }
  }
}
