package io.aegispcap.analysis.flow;

import io.aegispcap.capture.packet.IpAddress;
import io.aegispcap.capture.packet.Packet;
import io.aegispcap.capture.packet.Tunnel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A bidirectional flow: all packets of one five-tuple until it ends (RFC 5103). Its forward
/// direction is that of the side that opened it.
///
/// A reused object on the hot path: observers see it during a call only, and copy what they keep.
public final class Flow {
  private static final byte[] NO_NOTES = {};

  /// The VLAN of a direction of which no packet was seen.
  static final int NO_VLAN_YET = -2;

  long hash;
  long sourceHigh;
  long sourceLow;
  long destinationHigh;
  long destinationLow;
  int sourcePort;
  int destinationPort;
  int protocol;
  boolean inferred;
  Tunnel tunnel = Tunnel.NONE;
  long start;
  long lastSeen;
  long firstFrame;
  long lastFrame;
  long backwardTimes;
  long icmpErrors;
  EndReason endReason = EndReason.FORCED_END;
  final FlowSide forward = new FlowSide();
  final FlowSide backward = new FlowSide();
  final Handshake handshake = new Handshake();
  final Rhythm rhythm = new Rhythm();
  @Nullable FlowKey key;
  @Nullable ConversationReader reader;
  boolean readThrough;
  boolean malformed;
  @Nullable String application;
  long factCount;
  private byte[] notes = NO_NOTES;
  private int notesLength;

  // places in the table's structures
  boolean lastForward;
  boolean lastDuplicate;
  boolean closed;
  @Nullable Flow nextInBucket;
  @Nullable Flow olderSeen;
  @Nullable Flow newerSeen;

  /// Begins a flow in a new object or in one that was [#retire]d.
  ///
  /// @param reversed whether its first packet is an answer
  void open(Packet packet, long tupleHash, Tuple tuple, boolean reversed) {
    clear();
    hash = tupleHash;
    tuple.open(this, reversed);
    inferred = reversed;
    lastForward = !reversed;
    tunnel = packet.tunnel();
    start = packet.timestamp();
    lastSeen = start;
    firstFrame = packet.frameId();
  }

  /// Lets go of what the flow refers to. The rest is cleared when the object becomes another flow:
  /// by then it is fetched into the cache anyway.
  void retire() {
    key = null;
    reader = null;
    notes = NO_NOTES;
    notesLength = 0;
  }

  private void clear() {
    backwardTimes = 0;
    icmpErrors = 0;
    forward.clear();
    backward.clear();
    handshake.clear();
    rhythm.clear();
    readThrough = false;
    malformed = false;
    application = null;
    closed = false;
    factCount = 0;
  }

  /// Reads what the packet's payload says, while there is something to be learned.
  void read(Packet packet, Reading reading) {
    if (readThrough || lastDuplicate || packet.payloadLength() == 0 && reader == null) {
      return;
    }
    ConversationReader current = reader;
    if (current == null) {
      current = new ConversationReader(this, reading);
      reader = current;
    }
    current.read(packet, lastForward);
  }

  /// The flow ends: its conversation says what is left to say.
  void finish() {
    rhythm.finish();
    ConversationReader current = reader;
    if (current != null) {
      current.finish();
    }
  }

  void add(Packet packet, boolean isForward, Entropy entropy) {
    long timestamp = packet.timestamp();
    if (timestamp < lastSeen) {
      backwardTimes++;
      timestamp = Math.max(timestamp, start);
    }
    rhythm.add(packet.payloadLength(), isForward, timestamp, lastSeen);
    lastSeen = Math.max(lastSeen, timestamp);
    lastFrame = packet.frameId();
    FlowSide side = isForward ? forward : backward;
    lastDuplicate = side.repeats(packet);
    side.add(packet, timestamp, entropy);
    if (packet.payloadLength() > 0) {
      (isForward ? backward : forward).endRun();
    }
    if (protocol == Packet.TCP) {
      side.addTcp(packet, lastDuplicate);
      handshake.add(packet, isForward, timestamp);
    }
  }

  /// The same as values that may be kept.
  public FlowKey key() {
    FlowKey known = key;
    if (known == null) {
      known = new FlowKey(source(), destination(), sourcePort, destinationPort, protocol, vlan());
      key = known;
    }
    return known;
  }

  public IpAddress source() {
    return new IpAddress(sourceHigh, sourceLow);
  }

  public IpAddress destination() {
    return new IpAddress(destinationHigh, destinationLow);
  }

  public long sourceHigh() {
    return sourceHigh;
  }

  public long sourceLow() {
    return sourceLow;
  }

  public long destinationHigh() {
    return destinationHigh;
  }

  public long destinationLow() {
    return destinationLow;
  }

  public int sourcePort() {
    return sourcePort;
  }

  public int destinationPort() {
    return destinationPort;
  }

  /// IP protocol number.
  public int protocol() {
    return protocol;
  }

  /// Whether the direction was inferred, since the first packet seen was an answer.
  public boolean inferred() {
    return inferred;
  }

  /// VLAN id of the forward direction; -1 when untagged.
  public int vlan() {
    return Math.max(forward.vlan, -1);
  }

  /// The innermost tunnel that the first packet came through.
  public Tunnel tunnel() {
    return tunnel;
  }

  /// Time of the first packet in nanoseconds since 1970-01-01T00:00:00Z.
  public long start() {
    return start;
  }

  /// Latest time of any packet.
  public long end() {
    return lastSeen;
  }

  /// Nanoseconds from first to last packet, 0 or more.
  public long duration() {
    return lastSeen - start;
  }

  /// See [io.aegispcap.capture.packet.FrameId].
  public long firstFrame() {
    return firstFrame;
  }

  public long lastFrame() {
    return lastFrame;
  }

  /// Packets with an earlier time than one before them.
  public long backwardTimes() {
    return backwardTimes;
  }

  /// ICMP errors that quote a packet of this flow.
  public long icmpErrors() {
    return icmpErrors;
  }

  public EndReason endReason() {
    return endReason;
  }

  public FlowSide forward() {
    return forward;
  }

  public FlowSide backward() {
    return backward;
  }

  public Handshake handshake() {
    return handshake;
  }

  public Rhythm rhythm() {
    return rhythm;
  }

  public long packets() {
    return forward.packets() + backward.packets();
  }

  public long ipBytes() {
    return forward.ipBytes() + backward.ipBytes();
  }

  public long payloadBytes() {
    return forward.payloadBytes() + backward.payloadBytes();
  }

  /// Application protocol recognised by content (ECS `network.protocol`); empty when none was.
  public String application() {
    return application == null ? "" : application;
  }

  /// Keeps text with the flow until it ends: what a format writes of facts as they are said. Most
  /// flows are given one, so that the first is kept without room to spare.
  ///
  /// @param text its first bytes are copied
  public void note(byte[] text, int length) {
    int needed = notesLength + length;
    if (needed > notes.length) {
      notes = Arrays.copyOf(notes, Math.max(needed, 2 * notes.length));
    }
    System.arraycopy(text, 0, notes, notesLength, length);
    notesLength = needed;
  }

  /// All notes in their order, in the first [#notesLength] bytes. Not to be written to.
  public byte[] notes() {
    return notes;
  }

  public int notesLength() {
    return notesLength;
  }

  /// How many facts its conversation said.
  public long factCount() {
    return factCount;
  }

  /// Whether its conversation held bytes that are not the protocol it began in.
  public boolean malformed() {
    return malformed;
  }

  /// By Zeek's names.
  public ConnectionState state() {
    if (protocol == Packet.TCP) {
      return handshake.state(forward.dataPackets() + backward.dataPackets() > 0);
    }
    if (forward.packets() == 0) {
      return ConnectionState.SHR;
    }
    return backward.packets() > 0 ? ConnectionState.SF : ConnectionState.S0;
  }
}
