package io.aegispcap.testkit.packet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Builds one packet from the outside in: each header is put inside the last one, so tunnels nest
/// by going on. Lengths, checksums and the fields that announce the next header are filled in when
/// the packet is built. Setters speak of the last header of their kind.
public final class PacketBuilder {
  public static final int FIN = 0x01;
  public static final int SYN = 0x02;
  public static final int RST = 0x04;
  public static final int PSH = 0x08;
  public static final int ACK = 0x10;

  private final List<Header> headers = new ArrayList<>();
  private byte[] payload = {};
  private byte[] trailer = {};

  PacketBuilder() {}

  PacketBuilder add(Header header) {
    headers.add(header);
    return this;
  }

  private <H extends Header> H last(Class<H> kind) {
    for (Header header : headers.reversed()) {
      if (kind.isInstance(header)) {
        return kind.cast(header);
      }
    }
    throw new IllegalStateException("no " + kind.getSimpleName() + " yet");
  }

  // Links

  /// An Ethernet header inside a tunnel.
  public PacketBuilder ethernet() {
    headers.addAll(Frames.ethernet().headers);
    return this;
  }

  /// An 802.1Q tag.
  public PacketBuilder vlan(int id) {
    return add(PlainHeaders.vlan(0x8100, id));
  }

  /// An 802.1ad service tag.
  public PacketBuilder serviceVlan(int id) {
    return add(PlainHeaders.vlan(0x88a8, id));
  }

  public PacketBuilder mpls(int label) {
    return add(PlainHeaders.mpls(label));
  }

  public PacketBuilder ppp() {
    return add(PlainHeaders.ppp());
  }

  public PacketBuilder pppoe(int session) {
    return add(PlainHeaders.pppoe(session));
  }

  /// LLC and SNAP headers (RFC 1042), as 802.11 data frames carry them.
  public PacketBuilder snap() {
    return add(PlainHeaders.snap());
  }

  /// Bytes as they are, in the place of a header.
  public PacketBuilder bytes(byte... bytes) {
    return add(PlainHeaders.bytes(bytes));
  }

  // IP

  public PacketBuilder ipv4(String source, String destination) {
    return add(new Ipv4Header(source, destination));
  }

  public PacketBuilder ipv6(String source, String destination) {
    return add(new Ipv6Header(source, destination));
  }

  /// TTL or hop limit.
  public PacketBuilder ttl(int value) {
    last(IpHeader.class).timeToLive = value;
    return this;
  }

  /// DSCP and ECN.
  public PacketBuilder trafficClass(int value) {
    last(IpHeader.class).trafficClass = value;
    return this;
  }

  /// What fragments of one datagram share.
  public PacketBuilder id(int value) {
    last(IpHeader.class).id = value;
    return this;
  }

  /// IPv4 options; padded to 4 bytes with zeros.
  public PacketBuilder ipOptions(byte... options) {
    last(Ipv4Header.class).options = Arrays.copyOf(options, options.length + 3 & ~3);
    return this;
  }

  /// A false IPv4 total length.
  public PacketBuilder totalLength(int value) {
    last(Ipv4Header.class).totalLength = value;
    return this;
  }

  public PacketBuilder hopByHop() {
    return extension(0, 8);
  }

  public PacketBuilder destinationOptions() {
    return extension(60, 8);
  }

  public PacketBuilder routing() {
    return extension(43, 24);
  }

  public PacketBuilder authentication() {
    return extension(51, 24);
  }

  /// An IPv6 extension header of that number and length in bytes (a multiple of 8).
  public PacketBuilder extension(int number, int length) {
    return add(PlainHeaders.extension(number, length));
  }

  // Transports

  public PacketBuilder tcp(int sourcePort, int destinationPort) {
    return add(new TcpHeader(sourcePort, destinationPort));
  }

  /// TCP flags instead of the usual ACK; several are or-ed.
  public PacketBuilder flags(int... flags) {
    last(TcpHeader.class).flags = Arrays.stream(flags).reduce(0, (a, b) -> a | b);
    return this;
  }

  public PacketBuilder seq(long sequence) {
    last(TcpHeader.class).sequence = (int) sequence;
    return this;
  }

  public PacketBuilder ack(long acknowledgement) {
    last(TcpHeader.class).acknowledgement = (int) acknowledgement;
    return this;
  }

  public PacketBuilder window(int bytes) {
    last(TcpHeader.class).window = bytes;
    return this;
  }

  public PacketBuilder mss(int bytes) {
    return tcpOption((byte) 2, (byte) 4, (byte) (bytes >> 8), (byte) bytes);
  }

  public PacketBuilder windowScale(int shift) {
    return tcpOption((byte) 1, (byte) 3, (byte) 3, (byte) shift);
  }

  /// A TCP option as it stands in the header, kind and length included.
  public PacketBuilder tcpOption(byte... bytes) {
    last(TcpHeader.class).option(bytes);
    return this;
  }

  public PacketBuilder udp(int sourcePort, int destinationPort) {
    return add(PlainHeaders.udp(sourcePort, destinationPort));
  }

  public PacketBuilder sctp(int sourcePort, int destinationPort) {
    return add(PlainHeaders.sctp(sourcePort, destinationPort));
  }

  public PacketBuilder icmp(int type, int code) {
    return add(PlainHeaders.icmp(1, type, code, 0));
  }

  public PacketBuilder icmpv6(int type, int code) {
    return add(PlainHeaders.icmp(58, type, code, 0));
  }

  /// An ICMP echo request (8) or reply (0).
  public PacketBuilder ping(int type, int id, int sequence) {
    return add(PlainHeaders.icmp(1, type, 0, id << 16 | sequence));
  }

  // Tunnels; IPv4 and IPv6 nest by themselves

  public PacketBuilder gre() {
    return add(TunnelHeaders.gre(0));
  }

  public PacketBuilder gre(int key) {
    return add(TunnelHeaders.gre(key));
  }

  /// PPTP with the PPP header it carries.
  public PacketBuilder pptp(int callId) {
    return add(TunnelHeaders.pptp(callId)).ppp();
  }

  /// ERSPAN II with its GRE header and the Ethernet header it carries.
  public PacketBuilder erspan(int session) {
    return add(TunnelHeaders.erspan(session)).ethernet();
  }

  /// UDP to port 4789, VXLAN, and the Ethernet header it carries.
  public PacketBuilder vxlan(int network) {
    return udp(50_000, 4789).add(TunnelHeaders.vxlan(network)).ethernet();
  }

  /// UDP to port 6081 and Geneve.
  public PacketBuilder geneve(int network) {
    return udp(50_000, 6081).add(TunnelHeaders.geneve(network));
  }

  /// UDP to port 2152 and a GTP-U T-PDU.
  public PacketBuilder gtpU(int tunnel) {
    return udp(2152, 2152).add(TunnelHeaders.gtpU(tunnel));
  }

  /// UDP to port 3544; IPv6 comes next.
  public PacketBuilder teredo() {
    return udp(50_000, 3544);
  }

  /// UDP to port 1701, L2TP, and the PPP header it carries.
  public PacketBuilder l2tp(int tunnel, int session) {
    return udp(1701, 1701).add(TunnelHeaders.l2tp(tunnel, session)).ppp();
  }

  /// L2TPv3 over IP, and the Ethernet header it carries.
  ///
  /// @param unstated bytes of cookie and sublayer
  public PacketBuilder l2tpV3(int session, int unstated) {
    return add(TunnelHeaders.l2tpV3(session, unstated)).ethernet();
  }

  /// UDP to port 1701, L2TPv3, and the Ethernet header it carries.
  ///
  /// @param unstated bytes of cookie and sublayer
  public PacketBuilder l2tpV3OverUdp(int session, int unstated) {
    return udp(1701, 1701).add(TunnelHeaders.l2tpV3OverUdp(session, unstated)).ethernet();
  }

  // What is carried

  public PacketBuilder payload(byte... bytes) {
    payload = bytes.clone();
    return this;
  }

  public PacketBuilder payload(String text) {
    return payload(text.getBytes(StandardCharsets.UTF_8));
  }

  /// That many bytes of zero.
  public PacketBuilder payloadOf(int length) {
    return payload(new byte[length]);
  }

  /// The packet that an ICMP error quotes, from its IP header on: at most so many of its bytes.
  public PacketBuilder quoting(PacketBuilder packet, int length) {
    byte[] quoted = packet.encodeFrom(packet.firstIp());
    return payload(Arrays.copyOf(quoted, Math.min(length, quoted.length)));
  }

  /// Bytes behind the packet: Ethernet padding, a frame check sequence.
  public PacketBuilder trailer(byte... bytes) {
    trailer = bytes.clone();
    return this;
  }

  // Results

  /// The frame's bytes.
  public byte[] build() {
    return withTrailer(encodeFrom(0));
  }

  /// The outermost IP datagram in fragments of so much payload each (a multiple of 8 bytes), in
  /// order.
  public List<byte[]> fragments(int size) {
    int ip = firstIp();
    byte[] body = encodeFrom(ip + 1);
    List<byte[]> fragments = new ArrayList<>();
    for (int offset = 0; offset < body.length; offset += size) {
      int end = Math.min(body.length, offset + size);
      Place place = new Place(headers, ip, Arrays.copyOfRange(body, offset, end));
      IpHeader header = (IpHeader) headers.get(ip);
      byte[] datagram = header.encodeFragment(place, offset, end < body.length);
      fragments.add(withTrailer(encode(0, ip, datagram)));
    }
    return List.copyOf(fragments);
  }

  private int firstIp() {
    for (int i = 0; i < headers.size(); i++) {
      if (headers.get(i) instanceof IpHeader) {
        return i;
      }
    }
    throw new IllegalStateException("no IP header yet");
  }

  private byte[] encodeFrom(int first) {
    return encode(first, headers.size(), payload);
  }

  private byte[] encode(int first, int end, byte[] innermost) {
    byte[] encoded = innermost;
    for (int i = end - 1; i >= first; i--) {
      encoded = headers.get(i).encode(new Place(headers, i, encoded));
    }
    return encoded;
  }

  private byte[] withTrailer(byte[] bytes) {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.writeBytes(bytes);
    frame.writeBytes(trailer);
    return frame.toByteArray();
  }
}
