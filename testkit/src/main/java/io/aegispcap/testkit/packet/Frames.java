package io.aegispcap.testkit.packet;

/// Where the building of a frame begins: its link layer.
///
/// ```java
/// byte[] frame =
///     Frames.ethernet().vlan(10).ipv4("10.0.0.1", "10.0.0.2").tcp(1234, 80).flags(SYN).build();
/// ```
public final class Frames {
  private static final long CLIENT_MAC = 0x0200_0000_0001L;
  private static final long SERVER_MAC = 0x0200_0000_0002L;

  private Frames() {}

  /// Ethernet II (LINKTYPE_ETHERNET 1) between two locally administered addresses.
  public static PacketBuilder ethernet() {
    return ethernet(CLIENT_MAC, SERVER_MAC);
  }

  /// @param source 48 bits
  /// @param destination 48 bits
  public static PacketBuilder ethernet(long source, long destination) {
    return new PacketBuilder().add(PlainHeaders.ethernet(source, destination));
  }

  /// No link layer: LINKTYPE_RAW 101.
  public static PacketBuilder raw() {
    return new PacketBuilder();
  }

  /// Behind those bytes, such as a link layer of one's own.
  public static PacketBuilder behind(byte... bytes) {
    return new PacketBuilder().add(PlainHeaders.bytes(bytes));
  }

  /// LINKTYPE_LINUX_SLL 113.
  public static PacketBuilder sll() {
    return new PacketBuilder().add(PlainHeaders.sll());
  }

  /// LINKTYPE_LINUX_SLL2 276.
  public static PacketBuilder sll2() {
    return new PacketBuilder().add(PlainHeaders.sll2());
  }

  /// LINKTYPE_PPP_HDLC 50.
  public static PacketBuilder ppp() {
    return new PacketBuilder().ppp();
  }

  /// LINKTYPE_PPP_ETHER 51.
  public static PacketBuilder pppoe(int session) {
    return new PacketBuilder().pppoe(session);
  }

  /// LINKTYPE_C_HDLC 104.
  public static PacketBuilder hdlc() {
    return new PacketBuilder().add(PlainHeaders.hdlc());
  }
}
