package io.aegispcap.capture.packet;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;

/// Fragmented datagrams of the last 30 seconds of capture time, within a bound of bytes. Later
/// fragments take their ports from the first one; those that come before it are copied and wait.
final class Fragments {
  private static final long TIMEOUT = 30_000_000_000L;

  /// Roughly what a datagram and a waiting packet take beside their bytes.
  private static final int OVERHEAD = 1024;

  private final DecodeOptions options;
  private final Map<Key, Datagram> datagrams = new LinkedHashMap<>();
  private final Queue<Packet> released = new ArrayDeque<>();
  private long heldBytes;

  /// What fragments of one datagram share. IPv6 fragments may name different protocols (RFC 8200
  /// 4.5), so theirs is 0 here.
  private record Key(
      long sourceHigh,
      long sourceLow,
      long destinationHigh,
      long destinationLow,
      int id,
      int protocol,
      int vlan,
      long tunnelSource,
      long tunnelDestination) {

    static Key of(Packet packet, Packet outer) {
      boolean tunnelled = packet.tunnelDepth > 0;
      return new Key(
          packet.sourceHigh,
          packet.sourceLow,
          packet.destinationHigh,
          packet.destinationLow,
          packet.fragmentId,
          packet.ipVersion == 4 ? packet.protocol : 0,
          packet.vlan,
          tunnelled ? outer.sourceLow : 0,
          tunnelled ? outer.destinationLow : 0);
    }
  }

  Fragments(DecodeOptions options) {
    this.options = options;
  }

  /// The first fragment of a datagram, its transport header already read.
  ///
  /// @param body its IP payload
  /// @param outer the tunnel's packet, where it came in one
  /// @return whether it completed the datagram
  boolean first(Packet packet, Span body, Packet outer) {
    int headerLength = packet.payloadOffset - body.at;
    packet.payloadCaptured = 0;
    Key key = Key.of(packet, outer);
    Datagram known = datagrams.get(key);
    if (known != null && known.another(packet)) {
      remove(key); // its id is used again
    }
    Datagram datagram = find(key, packet, body.captured);
    datagram.first(packet, headerLength);
    boolean complete = add(datagram, packet, body);
    releaseWaiting(datagram);
    return complete;
  }

  /// A fragment without a transport header; the packet gets its outcome.
  ///
  /// @return whether it completed the datagram
  boolean later(Packet packet, Span body, Packet outer) {
    body.payload(packet, 0);
    packet.payloadCaptured = 0;
    Key key = Key.of(packet, outer);
    int frame = datagrams.containsKey(key) ? 0 : packet.capturedLength;
    Datagram datagram = find(key, packet, Math.max(frame, body.captured));
    if (datagram.firstSeen()) {
      datagram.nameFlow(packet);
      return add(datagram, packet, body);
    }
    if (datagram.full() || !fits(packet.capturedLength)) {
      packet.outcome = Outcome.ORPHAN_FRAGMENT;
      return false;
    }
    hold(datagram, packet, body);
    return false;
  }

  private boolean fits(int bytes) {
    return heldBytes + bytes + OVERHEAD <= options.maxHeldBytes();
  }

  /// The datagram of that key, after making room for more of it.
  private Datagram find(Key key, Packet packet, int bytes) {
    expire(packet.timestamp);
    while (!datagrams.isEmpty() && !fits(bytes + OVERHEAD)) {
      remove(datagrams.keySet().iterator().next());
    }
    Datagram datagram = datagrams.get(key);
    if (datagram == null) {
      datagram = new Datagram(packet.timestamp);
      if (fits(0)) {
        datagrams.put(key, datagram);
        charge(datagram, OVERHEAD);
      }
    }
    return datagram;
  }

  private void charge(Datagram datagram, int bytes) {
    datagram.cost += bytes;
    heldBytes += bytes;
  }

  private void expire(long now) {
    Iterator<Map.Entry<Key, Datagram>> eldest = datagrams.entrySet().iterator();
    while (eldest.hasNext()) {
      Datagram datagram = eldest.next().getValue();
      if (now - datagram.started <= TIMEOUT) {
        return;
      }
      eldest.remove();
      forget(datagram);
    }
  }

  private void remove(Key key) {
    Datagram datagram = datagrams.remove(key);
    if (datagram != null) {
      forget(datagram);
    }
  }

  private void forget(Datagram datagram) {
    heldBytes -= datagram.cost;
    released.addAll(datagram.waiting); // held as orphans until their first fragment comes
    datagram.waiting.clear();
  }

  private void releaseWaiting(Datagram datagram) {
    for (Packet waiting : datagram.waiting) {
      datagram.nameFlow(waiting);
      released.add(waiting);
    }
    datagram.waiting.clear();
  }

  private void hold(Datagram datagram, Packet packet, Span body) {
    packet.outcome = Outcome.ORPHAN_FRAGMENT;
    Packet copy = packet.copy();
    packet.outcome = Outcome.HELD;
    datagram.waiting.add(copy);
    charge(datagram, packet.capturedLength + OVERHEAD);
    if (wanted(datagram, body)) {
      datagram.add(packet.fragmentOffset, copyOf(body), !packet.moreFragments);
    }
  }

  private boolean wanted(Datagram datagram, Span body) {
    if (!options.reassemble() || datagram.closed()) {
      return false;
    }
    if (body.captured < body.wire) {
      datagram.close(); // the snap length cut a piece out
      return false;
    }
    return true;
  }

  private boolean add(Datagram datagram, Packet packet, Span body) {
    if (!fits(body.captured) || !wanted(datagram, body)) {
      return false;
    }
    charge(datagram, body.captured);
    datagram.add(packet.fragmentOffset, copyOf(body), !packet.moreFragments);
    if (!datagram.complete()) {
      return false;
    }
    datagram.assemble(packet);
    charge(datagram, OVERHEAD - datagram.cost); // no more than its ports is kept
    return true;
  }

  private static byte[] copyOf(Span body) {
    return Arrays.copyOfRange(body.data, body.at, body.at + body.captured);
  }

  boolean hasReleased() {
    return !released.isEmpty();
  }

  void release(Packet packet) {
    Packet next = released.poll();
    if (next == null) {
      throw new IllegalStateException("no fragment was released");
    }
    packet.become(next);
  }

  void finish() {
    datagrams.values().forEach(this::forget);
    datagrams.clear();
    heldBytes = 0;
  }
}
