package io.aegispcap.analysis.flow;

import io.aegispcap.capture.packet.Packet;

/// What one direction of a flow sent. Lengths are bytes, times nanoseconds unless said otherwise.
public final class FlowSide {
  private static final long BULK_GAP = 1_000_000_000L;
  private static final int BULK_PACKETS = 4;

  int vlan = Flow.NO_VLAN_YET;
  long packets;
  long ipBytes;
  long headerBytes;
  int minimumHeader;
  long dataPackets;
  final LengthMoments lengths = new LengthMoments();
  final Moments gaps = new Moments();
  long lastTimestamp;
  int finFlags;
  int synFlags;
  int rstFlags;
  int pshFlags;
  int ackFlags;
  int urgFlags;
  int eceFlags;
  int cwrFlags;
  int firstWindow;
  int minimumWindow;
  int maximumWindow;
  int zeroWindows;
  int minimumTimeToLive;
  int maximumTimeToLive;
  double entropy;
  long nextSequence;
  boolean sequenceKnown;

  /// Sequence number of the stream's first byte, as its SYN tells; -1 when none was seen.
  long streamStart = -1;

  long retransmissions;
  long sequenceGaps;
  long duplicates;
  long lastSignature;

  long bulks;
  long bulkPackets;
  long bulkBytes;
  long bulkNanos;
  private long runPackets;
  private long runBytes;
  private long runStart;
  private long runLast;

  void clear() {
    vlan = Flow.NO_VLAN_YET;
    packets = 0;
    ipBytes = 0;
    headerBytes = 0;
    minimumHeader = 0;
    dataPackets = 0;
    lengths.clear();
    gaps.clear();
    lastTimestamp = 0;
    clearTcp();
    minimumTimeToLive = 0;
    maximumTimeToLive = 0;
    entropy = 0;
    duplicates = 0;
    lastSignature = 0;
    bulks = 0;
    bulkPackets = 0;
    bulkBytes = 0;
    bulkNanos = 0;
    runPackets = 0;
  }

  private void clearTcp() {
    finFlags = 0;
    synFlags = 0;
    rstFlags = 0;
    pshFlags = 0;
    ackFlags = 0;
    urgFlags = 0;
    eceFlags = 0;
    cwrFlags = 0;
    firstWindow = 0;
    minimumWindow = 0;
    maximumWindow = 0;
    zeroWindows = 0;
    nextSequence = 0;
    sequenceKnown = false;
    streamStart = -1;
    retransmissions = 0;
    sequenceGaps = 0;
  }

  /// Whether the packet is the one before, captured once more, as mirror ports do: same IPv4
  /// identification, sequence and acknowledgement numbers, flags and length; of datagrams, whose
  /// senders may number them all alike, the first bytes too.
  boolean repeats(Packet packet) {
    if (packet.identification() == 0 || packet.fragment()) {
      return false;
    }
    long signature =
        packet.sequence() << 32
            ^ packet.acknowledgement()
            ^ (long) packet.flags() << 24
            ^ (long) packet.identification() << 40
            ^ (long) packet.payloadLength() << 8
            ^ (packet.protocol() == Packet.TCP ? 0 : beginning(packet));
    boolean same = packets > 0 && signature == lastSignature;
    lastSignature = signature;
    if (same) {
      duplicates++;
    }
    return same;
  }

  /// The payload's first eight bytes, or as many as there are.
  private static long beginning(Packet packet) {
    long beginning = 0;
    int end = packet.payloadOffset() + Math.min(Long.BYTES, packet.payloadCaptured());
    for (int i = packet.payloadOffset(); i < end; i++) {
      beginning = beginning << Byte.SIZE | packet.payload()[i] & 0xff;
    }
    return beginning;
  }

  void add(Packet packet, long timestamp, Entropy ofPayload) {
    int length = packet.payloadLength();
    int header = packet.transportHeaderLength();
    if (packets == 0) {
      minimumHeader = header;
      minimumTimeToLive = packet.timeToLive();
      maximumTimeToLive = packet.timeToLive();
    } else {
      gaps.add(Math.max(0, timestamp - lastTimestamp) / 1000.0);
      minimumHeader = Math.min(minimumHeader, header);
      minimumTimeToLive = Math.min(minimumTimeToLive, packet.timeToLive());
      maximumTimeToLive = Math.max(maximumTimeToLive, packet.timeToLive());
    }
    lastTimestamp = Math.max(timestamp, lastTimestamp);
    packets++;
    ipBytes += packet.ipLength();
    headerBytes += header;
    lengths.add(length);
    if (length > 0) {
      if (dataPackets++ == 0) {
        entropy = ofPayload.bits(packet);
      }
      extendRun(length, timestamp);
    }
  }

  /// A bulk is a run of at least four packets with payload that the other side does not interrupt
  /// with payload of its own, with gaps of at most a second.
  private void extendRun(int length, long timestamp) {
    if (runPackets > 0 && timestamp - runLast <= BULK_GAP) {
      runPackets++;
      runBytes += length;
      if (runPackets == BULK_PACKETS) {
        bulks++;
        bulkPackets += runPackets;
        bulkBytes += runBytes;
        bulkNanos += Math.max(0, timestamp - runStart);
      } else if (runPackets > BULK_PACKETS) {
        bulkPackets++;
        bulkBytes += length;
        bulkNanos += Math.max(0, timestamp - runLast);
      }
    } else {
      runPackets = 1;
      runBytes = length;
      runStart = timestamp;
    }
    runLast = timestamp;
  }

  void endRun() {
    runPackets = 0;
  }

  void addTcp(Packet packet, boolean duplicate) {
    int flags = packet.flags();
    finFlags += flags & Packet.FIN;
    synFlags += flags >> 1 & 1;
    rstFlags += flags >> 2 & 1;
    pshFlags += flags >> 3 & 1;
    ackFlags += flags >> 4 & 1;
    urgFlags += flags >> 5 & 1;
    eceFlags += flags >> 6 & 1;
    cwrFlags += flags >> 7 & 1;
    addWindow(packet.windowSize(), flags);
    if ((flags & Packet.SYN) != 0) {
      streamStart = packet.sequence() + 1 & 0xffff_ffffL;
    }
    if (!duplicate) {
      addSequence(packet.sequence(), packet.payloadLength(), flags);
    }
  }

  private void addWindow(int window, int flags) {
    if (packets == 1) {
      firstWindow = window;
      minimumWindow = window;
      maximumWindow = window;
    } else {
      minimumWindow = Math.min(minimumWindow, window);
      maximumWindow = Math.max(maximumWindow, window);
    }
    if (window == 0 && (flags & Packet.RST) == 0) {
      zeroWindows++;
    }
  }

  /// A segment is a retransmission when all it occupies lies before the highest sequence number
  /// sent; one octet before it is a keep-alive probe (RFC 9293 3.8.4) and not counted.
  private void addSequence(long sequence, int length, int flags) {
    int occupies = length + (flags >> 1 & 1) + (flags & 1);
    long end = sequence + occupies & 0xffff_ffffL;
    if (!sequenceKnown) {
      sequenceKnown = true;
      nextSequence = end;
    } else if (occupies > 0) {
      int ahead = (int) (end - nextSequence);
      if (ahead > 0) {
        if ((int) (sequence - nextSequence) > 0) {
          sequenceGaps++;
        }
        nextSequence = end;
      } else if (!(length <= 1 && ahead == 0 && (flags & (Packet.SYN | Packet.FIN)) == 0)) {
        retransmissions++;
      }
    }
  }

  public long packets() {
    return packets;
  }

  /// IP packet lengths on the wire, headers included (IPFIX octetTotalCount).
  public long ipBytes() {
    return ipBytes;
  }

  /// Transport payload bytes on the wire.
  public long payloadBytes() {
    return lengths.sum();
  }

  /// Transport header bytes.
  public long headerBytes() {
    return headerBytes;
  }

  /// Bytes of the shortest transport header.
  public int minimumHeader() {
    return minimumHeader;
  }

  /// Packets with transport payload.
  public long dataPackets() {
    return dataPackets;
  }

  /// Transport payload lengths in bytes, of packets without payload too.
  public LengthMoments lengths() {
    return lengths;
  }

  /// Gaps between packets in microseconds; 0 for one with an earlier time than its predecessor.
  public Moments gaps() {
    return gaps;
  }

  public int finFlags() {
    return finFlags;
  }

  public int synFlags() {
    return synFlags;
  }

  public int rstFlags() {
    return rstFlags;
  }

  public int pshFlags() {
    return pshFlags;
  }

  public int ackFlags() {
    return ackFlags;
  }

  public int urgFlags() {
    return urgFlags;
  }

  public int eceFlags() {
    return eceFlags;
  }

  public int cwrFlags() {
    return cwrFlags;
  }

  /// TCP window of the first packet, unscaled.
  public int firstWindow() {
    return firstWindow;
  }

  public int minimumWindow() {
    return minimumWindow;
  }

  public int maximumWindow() {
    return maximumWindow;
  }

  /// Packets that closed the window, resets apart.
  public int zeroWindows() {
    return zeroWindows;
  }

  public int minimumTimeToLive() {
    return minimumTimeToLive;
  }

  public int maximumTimeToLive() {
    return maximumTimeToLive;
  }

  /// Shannon entropy of the first payload, see [Entropy].
  public double entropy() {
    return entropy;
  }

  public long retransmissions() {
    return retransmissions;
  }

  /// Segments that began beyond the next expected sequence number: lost or reordered before.
  public long sequenceGaps() {
    return sequenceGaps;
  }

  /// Packets captured twice: same identification, sequence, flags and length as the one before.
  public long duplicates() {
    return duplicates;
  }

  /// Bulk transfers: see CICFlowMeter's bulk features.
  public long bulks() {
    return bulks;
  }

  public long bulkPackets() {
    return bulkPackets;
  }

  public long bulkBytes() {
    return bulkBytes;
  }

  public long bulkNanos() {
    return bulkNanos;
  }
}
