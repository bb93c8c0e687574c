package io.aegispcap.capture.packet;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.testkit.packet.Frames;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class LinkMessageTests {
  /// RFC 826 "Packet format": Ethernet, IPv4, 6, 4, operation, sender and target.
  private static byte[] arp(int operation, String tail) {
    return HexFormat.of()
        .parseHex(
            "ffffffffffff" + "020000000005" + "0806" + "000108000604" + "000" + operation + tail);
  }

  private static final String SENDER_AND_TARGET =
      "020000000005" + "0a000005" + "000000000000" + "0a000001";

  /// RFC 4861 4.2 and 4.6.2, RFC 8106 5.1.
  private static final String ADVERTISEMENT =
      "0000000000000000"
          + "0304" // prefix information, 32 bytes
          + "40c0"
          + "00015180"
          + "00003840"
          + "00000000"
          + "20010db8000000000000000000000000"
          + "1903" // recursive name servers, 24 bytes
          + "0000"
          + "00000e10"
          + "20010db8000000000000000000000053";

  private static byte[] advertisement(int hopLimit, String body) {
    byte[] frame =
        Frames.ethernet()
            .vlan(7)
            .ipv6("fe80::1", "ff02::1")
            .ttl(hopLimit)
            .icmpv6(134, 0)
            .payload(HexFormat.of().parseHex(body))
            .build();
    frame[frame.length - body.length() / 2 - 2] = 0x07;
    frame[frame.length - body.length() / 2 - 1] = 0x08;
    return frame;
  }

  private static LinkMessage read(byte[] frame) {
    return LinkMessage.in(Decoding.ethernet(frame)).orElseThrow();
  }

  @Test
  void readsAQuestion() {
    assertThat(read(arp(1, SENDER_AND_TARGET)))
        .isEqualTo(
            new ArpMessage(
                1,
                0,
                -1,
                false,
                0x0200_0000_0005L,
                IpAddress.parse("10.0.0.5"),
                IpAddress.parse("10.0.0.1")));
  }

  @Test
  void tellsAnswersProbesAndAnnouncements() {
    ArpMessage reply = (ArpMessage) read(arp(2, SENDER_AND_TARGET));
    assertThat(reply.reply()).isTrue();
    assertThat(reply.claims()).isTrue();
    assertThat(reply.announcement()).isFalse();
    ArpMessage probe = (ArpMessage) read(arp(1, SENDER_AND_TARGET.replace("0a000005", "00000000")));
    assertThat(probe.claims()).isFalse();
    ArpMessage own = (ArpMessage) read(arp(1, SENDER_AND_TARGET.replace("0a000001", "0a000005")));
    assertThat(own.announcement()).isTrue();
  }

  @Test
  void readsArpBehindAVlanTag() {
    byte[] body = Arrays.copyOfRange(arp(1, SENDER_AND_TARGET), 14, 42);
    byte[] tag = HexFormat.of().parseHex("ffffffffffff02000000000581000064" + "0806");
    byte[] frame = Arrays.copyOf(tag, tag.length + body.length);
    System.arraycopy(body, 0, frame, tag.length, body.length);
    assertThat(read(frame).vlan()).isEqualTo(100);
  }

  @Test
  void leavesOutWhatIsCutOrForeign() {
    byte[] whole = arp(1, SENDER_AND_TARGET);
    for (int length = 0; length < whole.length; length++) {
      assertThat(LinkMessage.in(Decoding.ethernet(Arrays.copyOf(whole, length)))).isEmpty();
    }
    assertThat(LinkMessage.in(Decoding.ethernet(arp(3, SENDER_AND_TARGET)))).isEmpty();
    whole[15] = 6; // IEEE 802 hardware
    assertThat(LinkMessage.in(Decoding.ethernet(whole))).isEmpty();
    assertThat(
            LinkMessage.in(
                Decoding.ethernet(
                    Frames.ethernet().ipv4("10.0.0.1", "10.0.0.2").udp(1, 2).build())))
        .isEmpty();
  }

  @Test
  void readsWhatARouterAdvertises() {
    RouterAdvertisement said = (RouterAdvertisement) read(advertisement(255, ADVERTISEMENT));
    assertThat(said.router()).hasToString("fe80::1");
    assertThat(said.vlan()).isEqualTo(7);
    assertThat(said.lifetime()).isEqualTo(1800);
    assertThat(said.prefixes()).containsExactly("2001:db8::/64");
    assertThat(said.nameServers()).containsExactly(IpAddress.parse("2001:db8::53"));
  }

  @Test
  void believesRoutersOnTheLinkOnly() {
    assertThat(LinkMessage.in(Decoding.ethernet(advertisement(254, ADVERTISEMENT)))).isEmpty();
  }

  @Test
  void endsAtOptionsThatAreBroken() {
    RouterAdvertisement cut =
        (RouterAdvertisement) read(advertisement(255, ADVERTISEMENT.substring(0, 60)));
    assertThat(cut.prefixes()).isEmpty();
    RouterAdvertisement endless =
        (RouterAdvertisement) read(advertisement(255, "0000000000000000" + "0300" + "0000"));
    assertThat(endless.prefixes()).isEmpty();
  }

  /// RFC 4861 4.2 and 4.6.1.
  @Test
  void readsTheHardwareAddressOfARouter() {
    String source = "0101" + "020000000005";
    RouterAdvertisement said =
        (RouterAdvertisement) read(advertisement(255, "0000000000000000" + source));
    assertThat(said.mac()).isEqualTo(0x0200_0000_0005L);
    assertThat(((RouterAdvertisement) read(advertisement(255, ADVERTISEMENT))).mac())
        .isEqualTo(NeighbourMessage.NONE);
  }

  private static final String TARGET = "20010db8000000000000000000000009";

  private static byte[] neighbour(String sender, int type, int flags, int hopLimit, String body) {
    byte[] frame =
        Frames.ethernet(0x0200_0000_0007L, 0x3333_0000_0001L)
            .ipv6(sender, "ff02::1")
            .ttl(hopLimit)
            .icmpv6(type, 0)
            .payload(HexFormat.of().parseHex(body))
            .build();
    frame[frame.length - body.length() / 2 - 4] = (byte) flags;
    return frame;
  }

  /// RFC 4861 4.3, 4.6.1.
  @Test
  void readsWhoAsksForANeighbour() {
    NeighbourMessage said =
        (NeighbourMessage) read(neighbour("fe80::1", 135, 0xff, 255, TARGET + "0101020000000005"));
    assertThat(said.advertisement()).isFalse();
    assertThat(said.probe()).isFalse();
    assertThat(said.station()).isEqualTo(0x0200_0000_0007L);
    assertThat(said.mac()).isEqualTo(0x0200_0000_0005L);
    assertThat(said.claimed()).hasToString("fe80::1");
    assertThat(said.target()).hasToString("2001:db8::9");
    assertThat(said.router() || said.solicited() || said.override()).isFalse();
  }

  /// RFC 4861 4.4: flags R, S and O in this order; 4.6: options of other kinds are stepped over.
  @Test
  void readsWhichNeighbourAnswers() {
    String nonce = "0e01" + "000000000000";
    NeighbourMessage said =
        (NeighbourMessage)
            read(neighbour("fe80::1", 136, 0xa0, 255, TARGET + nonce + "0201020000000005"));
    assertThat(said.advertisement()).isTrue();
    assertThat(said.claimed()).hasToString("2001:db8::9");
    assertThat(said.mac()).isEqualTo(0x0200_0000_0005L);
    assertThat(said.router()).isTrue();
    assertThat(said.solicited()).isFalse();
    assertThat(said.override()).isTrue();
    NeighbourMessage bare = (NeighbourMessage) read(neighbour("fe80::1", 136, 0x40, 255, TARGET));
    assertThat(bare.solicited()).isTrue();
    assertThat(bare.claims()).isFalse();
  }

  /// RFC 4862 5.4.2.
  @Test
  void tellsProbesBeforeAnAddressIsTaken() {
    NeighbourMessage said = (NeighbourMessage) read(neighbour("::", 135, 0, 255, TARGET));
    assertThat(said.probe()).isTrue();
    assertThat(said.claims()).isFalse();
  }

  /// RFC 4861 7.1.1 and 7.1.2.
  @Test
  void leavesOutNeighboursThatHostsAreToDiscard() {
    String option = "0101020000000005";
    assertThat(LinkMessage.in(Decoding.ethernet(neighbour("fe80::1", 135, 0, 64, TARGET))))
        .isEmpty();
    assertThat(LinkMessage.in(Decoding.ethernet(neighbour("::", 135, 0, 255, TARGET + option))))
        .isEmpty();
    assertThat(LinkMessage.in(Decoding.ethernet(neighbour("::", 136, 0, 255, TARGET)))).isEmpty();
    assertThat(
            LinkMessage.in(
                Decoding.ethernet(neighbour("fe80::1", 135, 0, 255, TARGET + "0100000000000000"))))
        .isEmpty();
    assertThat(
            LinkMessage.in(
                Decoding.ethernet(neighbour("fe80::1", 135, 0, 255, "ff02" + TARGET.substring(4)))))
        .isEmpty();
    assertThat(
            LinkMessage.in(
                Decoding.ethernet(neighbour("fe80::1", 135, 0, 255, TARGET.substring(2)))))
        .isEmpty();
  }

  @Test
  void endsAtALinkLayerAddressThatIsCut() {
    NeighbourMessage said =
        (NeighbourMessage) read(neighbour("fe80::1", 136, 0, 255, TARGET + "02010200"));
    assertThat(said.claims()).isFalse();
  }

  @Test
  void spellsHardwareAddresses() {
    assertThat(LinkMessage.macText(0x0000_5e00_5323L)).isEqualTo("00-00-5E-00-53-23");
  }
}
