package io.aegispcap.capture.packet;

import java.util.Arrays;

/// One captured packet and what its headers say. This is a reused cursor: a reader fills the frame,
/// [PacketDecoder] fills the rest, and everything it says is gone when the next packet is read into
/// it. Whoever needs more than that copies, or retains [#window].
///
/// Addresses are 128 bits in two longs, IPv4 as IPv4-mapped IPv6. Lengths are bytes; lengths "on
/// the wire" are those the headers state, whatever the snap length kept.
public final class Packet {
  /// TCP flag bits as they stand in the header (RFC 9293 3.1).
  public static final int FIN = 0x01;

  public static final int SYN = 0x02;
  public static final int RST = 0x04;
  public static final int PSH = 0x08;
  public static final int ACK = 0x10;
  public static final int URG = 0x20;
  public static final int ECE = 0x40;
  public static final int CWR = 0x80;

  /// IP protocol numbers (IANA).
  public static final int ICMP = 1;

  public static final int TCP = 6;
  public static final int UDP = 17;
  public static final int ICMPV6 = 58;
  public static final int SCTP = 132;

  private static final byte[] NOTHING = {};

  // the frame
  Window window = new Window(NOTHING, () -> {});
  byte[] data = NOTHING;
  int offset;
  int capturedLength;
  int originalLength;
  long timestamp;
  int linkType;
  int capture;
  long number;

  // what the headers say
  Outcome outcome = Outcome.MALFORMED;
  int etherType;
  int vlan;
  int innerVlan;
  int tunnelDepth;
  Tunnel tunnel = Tunnel.NONE;
  long sourceHigh;
  long sourceLow;
  long destinationHigh;
  long destinationLow;
  int ipVersion;
  int protocol;
  int timeToLive;
  int trafficClass;
  int ipLength;
  int ipHeaderLength;
  int identification;
  boolean fragment;
  int sourcePort;
  int destinationPort;
  int transportHeaderLength;
  byte[] payload = NOTHING;
  int payloadOffset;
  int payloadLength;
  int payloadCaptured;
  int flags;
  long sequence;
  long acknowledgement;
  int windowSize;
  int windowScale;
  int maximumSegmentSize;
  int icmpType;
  int icmpCode;
  final Quoted quoted = new Quoted();

  // what decoding itself needs to know on the way
  int tags;
  int fragmentId;
  int fragmentOffset;
  boolean moreFragments;

  /// Points the cursor at a frame; what the headers said before is stale until it is decoded.
  ///
  /// @param window holds the bytes; retained by the reader, not by the packet
  /// @param offset of the frame's first byte in the window's bytes
  /// @param capturedLength bytes present, 0 or more
  /// @param originalLength bytes on the wire, at least the captured ones unless the file lies
  /// @param timestamp nanoseconds since 1970-01-01T00:00:00Z; may be negative
  /// @param linkType LINKTYPE_ value of the frame's interface
  /// @param capture which capture of the run, from 0
  /// @param number frame number in its capture, from 1
  public void frame(
      Window window,
      int offset,
      int capturedLength,
      int originalLength,
      long timestamp,
      int linkType,
      int capture,
      long number) {
    this.window = window;
    this.data = window.bytes();
    this.offset = offset;
    this.capturedLength = capturedLength;
    this.originalLength = originalLength;
    this.timestamp = timestamp;
    this.linkType = linkType;
    this.capture = capture;
    this.number = number;
  }

  /// Forgets what the headers of the last packet said.
  void forgetHeaders() {
    etherType = 0;
    vlan = -1;
    innerVlan = -1;
    tags = 0;
    tunnelDepth = 0;
    tunnel = Tunnel.NONE;
    sourceHigh = 0;
    sourceLow = 0;
    destinationHigh = 0;
    destinationLow = 0;
    ipVersion = 0;
    protocol = 0;
    timeToLive = 0;
    trafficClass = 0;
    ipLength = 0;
    ipHeaderLength = 0;
    identification = 0;
    forgetTransport();
  }

  /// Forgets what the transport header said, as before an inner packet is read.
  void forgetTransport() {
    fragment = false;
    sourcePort = 0;
    destinationPort = 0;
    transportHeaderLength = 0;
    payload = NOTHING;
    payloadOffset = 0;
    payloadLength = 0;
    payloadCaptured = 0;
    flags = 0;
    sequence = 0;
    acknowledgement = 0;
    windowSize = 0;
    windowScale = -1;
    maximumSegmentSize = 0;
    icmpType = 0;
    icmpCode = 0;
    quoted.forget();
  }

  /// Takes over what another packet's headers said, not its frame.
  void copyHeaders(Packet other) {
    outcome = other.outcome;
    etherType = other.etherType;
    vlan = other.vlan;
    innerVlan = other.innerVlan;
    tags = other.tags;
    tunnelDepth = other.tunnelDepth;
    tunnel = other.tunnel;
    sourceHigh = other.sourceHigh;
    sourceLow = other.sourceLow;
    destinationHigh = other.destinationHigh;
    destinationLow = other.destinationLow;
    ipVersion = other.ipVersion;
    protocol = other.protocol;
    timeToLive = other.timeToLive;
    trafficClass = other.trafficClass;
    ipLength = other.ipLength;
    ipHeaderLength = other.ipHeaderLength;
    copyTransport(other);
  }

  private void copyTransport(Packet other) {
    fragment = other.fragment;
    fragmentId = other.fragmentId;
    fragmentOffset = other.fragmentOffset;
    moreFragments = other.moreFragments;
    sourcePort = other.sourcePort;
    destinationPort = other.destinationPort;
    transportHeaderLength = other.transportHeaderLength;
    payload = other.payload;
    payloadOffset = other.payloadOffset;
    payloadLength = other.payloadLength;
    payloadCaptured = other.payloadCaptured;
    flags = other.flags;
    sequence = other.sequence;
    acknowledgement = other.acknowledgement;
    windowSize = other.windowSize;
    windowScale = other.windowScale;
    maximumSegmentSize = other.maximumSegmentSize;
    icmpType = other.icmpType;
    icmpCode = other.icmpCode;
    quoted.copy(other.quoted);
  }

  /// Becomes another packet, with its frame.
  void become(Packet other) {
    frame(
        other.window,
        other.offset,
        other.capturedLength,
        other.originalLength,
        other.timestamp,
        other.linkType,
        other.capture,
        other.number);
    copyHeaders(other);
  }

  /// A packet like this one with bytes of its own, and no payload to read.
  Packet copy() {
    byte[] bytes = Arrays.copyOfRange(data, offset, offset + capturedLength);
    Packet copy = new Packet();
    copy.become(this);
    copy.window = new Window(bytes, () -> {});
    copy.data = bytes;
    copy.offset = 0;
    copy.payload = bytes;
    copy.payloadOffset = 0;
    copy.payloadCaptured = 0;
    return copy;
  }

  public Window window() {
    return window;
  }

  /// The bytes that [#offset] counts in: the window's own array, not a copy.
  public byte[] data() {
    return data;
  }

  public int offset() {
    return offset;
  }

  public int capturedLength() {
    return capturedLength;
  }

  public int originalLength() {
    return originalLength;
  }

  /// Nanoseconds since 1970-01-01T00:00:00Z.
  public long timestamp() {
    return timestamp;
  }

  public int linkType() {
    return linkType;
  }

  /// Which capture of the run, from 0.
  public int capture() {
    return capture;
  }

  /// Frame number in its capture, from 1, as Wireshark counts.
  public long number() {
    return number;
  }

  /// Capture and frame number in one value: see [FrameId].
  public long frameId() {
    return FrameId.of(capture, number);
  }

  public Outcome outcome() {
    return outcome;
  }

  /// EtherType of the innermost frame that has one; 0 when unknown.
  public int etherType() {
    return etherType;
  }

  /// Outermost 802.1Q VLAN id, 0 to 4095; -1 when untagged.
  public int vlan() {
    return vlan;
  }

  /// Second VLAN id of a QinQ frame; -1 when there is none.
  public int innerVlan() {
    return innerVlan;
  }

  /// How many tunnels were opened to reach the addresses; 0 when none.
  public int tunnelDepth() {
    return tunnelDepth;
  }

  /// The innermost tunnel that was opened.
  public Tunnel tunnel() {
    return tunnel;
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

  public IpAddress source() {
    return new IpAddress(sourceHigh, sourceLow);
  }

  public IpAddress destination() {
    return new IpAddress(destinationHigh, destinationLow);
  }

  /// 4 or 6.
  public int ipVersion() {
    return ipVersion;
  }

  /// IP protocol number of the transport, after extension headers.
  public int protocol() {
    return protocol;
  }

  /// TTL or hop limit.
  public int timeToLive() {
    return timeToLive;
  }

  /// The 8 bits of DSCP and ECN.
  public int trafficClass() {
    return trafficClass;
  }

  /// Bytes of the IP packet on the wire, header included (IPFIX octetDeltaCount).
  public int ipLength() {
    return ipLength;
  }

  /// Bytes of the IP header with options or extension headers.
  public int ipHeaderLength() {
    return ipHeaderLength;
  }

  /// IPv4 identification, 0 to 65535; 0 for IPv6.
  public int identification() {
    return identification;
  }

  /// Whether the packet is a fragment of a larger datagram, first or later.
  public boolean fragment() {
    return fragment;
  }

  /// 0 for protocols without ports.
  public int sourcePort() {
    return sourcePort;
  }

  public int destinationPort() {
    return destinationPort;
  }

  /// Bytes of the transport header; 0 in later fragments.
  public int transportHeaderLength() {
    return transportHeaderLength;
  }

  /// Where the transport payload lies: the frame's own bytes, or a reassembled datagram.
  public byte[] payload() {
    return payload;
  }

  public int payloadOffset() {
    return payloadOffset;
  }

  /// Transport payload on the wire in bytes.
  public int payloadLength() {
    return payloadLength;
  }

  /// Transport payload bytes that can be read at [#payloadOffset]: less than [#payloadLength] when
  /// the snap length cut them; more in the fragment that completed a datagram, which carries the
  /// whole datagram's payload; 0 in the other fragments.
  public int payloadCaptured() {
    return payloadCaptured;
  }

  /// TCP flag bits; 0 for other protocols.
  public int flags() {
    return flags;
  }

  public boolean has(int flag) {
    return (flags & flag) != 0;
  }

  /// TCP sequence number, 0 to 2^32-1.
  public long sequence() {
    return sequence;
  }

  /// TCP acknowledgement number, 0 to 2^32-1.
  public long acknowledgement() {
    return acknowledgement;
  }

  /// TCP window as the header states it, unscaled.
  public int windowSize() {
    return windowSize;
  }

  /// Shift of the window scale option (RFC 7323 2.2); -1 when absent. Read in SYN packets only.
  public int windowScale() {
    return windowScale;
  }

  /// The MSS option of a SYN packet in bytes; 0 when absent.
  public int maximumSegmentSize() {
    return maximumSegmentSize;
  }

  /// ICMP or ICMPv6 type; 0 for other protocols.
  public int icmpType() {
    return icmpType;
  }

  public int icmpCode() {
    return icmpCode;
  }

  /// The packet that an ICMP error speaks of.
  public Quoted quoted() {
    return quoted;
  }
}
