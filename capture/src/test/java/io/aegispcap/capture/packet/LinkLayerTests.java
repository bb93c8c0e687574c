package io.aegispcap.capture.packet;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.testkit.packet.Frames;
import io.aegispcap.testkit.packet.PacketBuilder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkLayerTests {
  private static final String A = "10.0.0.1";
  private static final String B = "10.0.0.2";

  private static PacketBuilder inside(PacketBuilder outside) {
    return outside.ipv4(A, B).udp(1000, 53).payload("q");
  }

  private static void assertReads(Packet packet) {
    assertThat(packet.outcome()).isEqualTo(Outcome.FLOW);
    assertThat(packet.source()).hasToString(A);
    assertThat(packet.destinationPort()).isEqualTo(53);
    assertThat(Decoding.payload(packet)).isEqualTo("q");
  }

  private static byte[] littleEndian(int... words) {
    ByteBuffer bytes = ByteBuffer.allocate(words.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    for (int word : words) {
      bytes.putInt(word);
    }
    return bytes.array();
  }

  @Test
  void namesAnUnsupportedLinkType() {
    byte[] frame = inside(Frames.ethernet()).build();
    assertThat(Decoding.of(147, frame).outcome()).isEqualTo(Outcome.UNSUPPORTED_LINK_TYPE);
  }

  @ParameterizedTest
  @ValueSource(ints = {12, 14, 101, 228})
  void readsRawIp(int linkType) {
    assertReads(Decoding.of(linkType, inside(Frames.raw()).build()));
  }

  @Test
  void readsRawIpv6() {
    byte[] frame = Frames.raw().ipv6("::1", "::2").udp(1, 2).build();
    assertThat(Decoding.of(229, frame).destinationPort()).isEqualTo(2);
    assertThat(Decoding.of(101, frame).destinationPort()).isEqualTo(2);
  }

  @Test
  void readsLoopbackInBothByteOrders() {
    assertReads(Decoding.of(0, inside(Frames.behind(littleEndian(2))).build()));
    assertReads(
        Decoding.of(108, inside(Frames.behind((byte) 0, (byte) 0, (byte) 0, (byte) 2)).build()));
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 24, 28, 30})
  void readsLoopbackWithTheIpv6FamilyOfEachSystem(int family) {
    byte[] frame = Frames.behind(littleEndian(family)).ipv6("::1", "::2").udp(1, 2).build();
    assertThat(Decoding.of(0, frame).destinationPort()).isEqualTo(2);
  }

  @Test
  void readsCookedCaptures() {
    assertReads(Decoding.of(113, inside(Frames.sll()).build()));
    assertReads(Decoding.of(113, inside(Frames.sll().vlan(5)).build()));
    assertReads(Decoding.of(276, inside(Frames.sll2()).build()));
  }

  @Test
  void readsPppAndCiscoHdlc() {
    assertReads(Decoding.of(9, inside(Frames.ppp()).build()));
    assertReads(Decoding.of(50, inside(Frames.ppp()).build()));
    assertReads(Decoding.of(50, inside(Frames.hdlc()).build()));
    assertReads(Decoding.of(104, inside(Frames.hdlc()).build()));
    assertReads(Decoding.of(204, inside(Frames.behind((byte) 1).ppp()).build()));
    assertReads(Decoding.of(9, inside(Frames.behind((byte) 0x21)).build()));
  }

  @Test
  void readsPppoeSessions() {
    byte[] frame = Frames.ethernet().pppoe(7).ipv4(A, B).udp(1000, 53).payload("q").build();
    assertReads(Decoding.ethernet(frame));
    assertReads(Decoding.of(51, inside(Frames.pppoe(7)).build()));
  }

  @Test
  void guessesWhatMplsCarries() {
    assertReads(Decoding.ethernet(inside(Frames.ethernet().mpls(16).mpls(17)).build()));
    assertReads(Decoding.ethernet(inside(Frames.ethernet().mpls(16).ethernet()).build()));
    PacketBuilder withControlWord = Frames.ethernet().mpls(16).bytes(new byte[4]).ethernet();
    assertReads(Decoding.ethernet(inside(withControlWord).build()));
  }

  @Test
  void readsLlcAndSnapInLengthFrames() {
    byte[] packet = inside(Frames.raw().snap()).build();
    byte[] header = new byte[14];
    header[12] = (byte) (packet.length >> 8);
    header[13] = (byte) packet.length;
    byte[] frame = Frames.behind(header).payload(packet).trailer(new byte[20]).build();
    assertReads(Decoding.ethernet(frame));
  }

  @Test
  void readsRadiotapAndLeavesOutTheFrameCheckSequence() {
    byte[] radiotap = {0, 0, 17, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10};
    byte[] wlan = new byte[26];
    wlan[0] = (byte) 0x88; // QoS data
    byte[] frame = inside(Frames.behind(radiotap).bytes(wlan).snap()).trailer(new byte[4]).build();
    assertReads(Decoding.of(127, frame));
  }

  @Test
  void readsFourAddressFramesAndAggregates() {
    byte[] wlan = new byte[32];
    wlan[0] = (byte) 0x88;
    wlan[1] = 3;
    wlan[30] = (byte) 0x80; // A-MSDU
    byte[] subframe = new byte[14];
    byte[] packet = inside(Frames.raw().snap()).build();
    subframe[13] = (byte) packet.length;
    byte[] frame =
        Frames.behind(wlan).bytes(subframe).payload(packet).trailer(new byte[60]).build();
    assertReads(Decoding.of(105, frame));
  }

  @Test
  void tellsEncryptedFramesFromManagementFrames() {
    byte[] wlan = new byte[24];
    wlan[0] = 0x08;
    wlan[1] = 0x41;
    assertThat(Decoding.of(105, wlan).outcome()).isEqualTo(Outcome.ENCRYPTED_FRAME);
    wlan[0] = (byte) 0x80;
    assertThat(Decoding.of(105, wlan).outcome()).isEqualTo(Outcome.NOT_DATA);
    wlan[0] = 0x48; // null data
    assertThat(Decoding.of(105, wlan).outcome()).isEqualTo(Outcome.NOT_DATA);
  }

  @Test
  void readsPerPacketInformationAndPrismAndAvs() {
    byte[] wlan = new byte[24];
    wlan[0] = 0x08;
    byte[] ppi = littleEndian(8 << 16, 105);
    assertReads(Decoding.of(192, inside(Frames.behind(ppi).bytes(wlan).snap()).build()));
    assertReads(Decoding.of(119, inside(Frames.behind(new byte[144]).bytes(wlan).snap()).build()));
    byte[] avs = ByteBuffer.allocate(64).putInt(0x80211001).putInt(64).array();
    assertReads(Decoding.of(163, inside(Frames.behind(avs).bytes(wlan).snap()).build()));
  }

  @Test
  void readsPktap() {
    byte[] header = ByteBuffer.allocate(108).put(littleEndian(108, 1, 1)).array();
    assertReads(Decoding.of(258, inside(Frames.behind(header).ethernet()).build()));
  }

  private static byte[] logged(int family, ByteOrder order, byte[] packet, int padding) {
    ByteBuffer frame = ByteBuffer.allocate(4 + 8 + 8 + 4 + packet.length).order(order);
    frame.put((byte) family).put((byte) 0).put((byte) 0).put((byte) 42);
    frame.putShort((short) 8).putShort((short) 1).put(new byte[] {8, 0, 3, 0});
    frame.putShort((short) 5).putShort((short) 10).put(new byte[4]); // a prefix with padding
    frame.putShort((short) (4 + packet.length)).putShort((short) 9).put(packet);
    return Frames.behind(frame.array()).trailer(new byte[padding]).build();
  }

  @Test
  void readsWhatFirewallsLogInBothByteOrders() {
    byte[] packet = inside(Frames.raw()).build();
    byte[] six = Frames.raw().ipv6("::1", "::2").udp(1, 2).build();
    for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
      assertReads(Decoding.of(239, logged(2, order, packet, 3)));
      assertReads(Decoding.of(239, logged(7, order, packet, 0))); // a bridge names the protocol
      assertThat(Decoding.of(239, logged(10, order, six, 0)).destinationPort()).isEqualTo(2);
    }
  }

  @Test
  void saysWhatFirewallLogsLack() {
    byte[] log = logged(2, ByteOrder.LITTLE_ENDIAN, inside(Frames.raw()).build(), 0);
    assertThat(Decoding.of(239, Arrays.copyOf(log, 12)).outcome()).isEqualTo(Outcome.NOT_IP);
    assertThat(Decoding.of(239, Arrays.copyOf(log, 15)).outcome()).isEqualTo(Outcome.MALFORMED);
    assertThat(new Decoding().next(239, Arrays.copyOf(log, 15), log.length, 0).outcome())
        .isEqualTo(Outcome.CUT_SHORT);
    log[4] = 0;
    assertThat(Decoding.of(239, log).outcome()).isEqualTo(Outcome.MALFORMED);
  }

  @Test
  void readsTokenRing() {
    byte[] header = new byte[14];
    header[1] = 0x40;
    assertReads(Decoding.of(6, inside(Frames.behind(header).snap()).build()));
    header[8] = (byte) 0x80;
    byte[] route = {(byte) 0x86, 0, 1, 2, 3, 4};
    assertReads(Decoding.of(6, inside(Frames.behind(header).bytes(route).snap()).build()));
    route[0] = 0;
    byte[] noRoute = inside(Frames.behind(header).bytes(route).snap()).build();
    assertThat(Decoding.of(6, noRoute).outcome()).isEqualTo(Outcome.MALFORMED);
    header[1] = 0;
    byte[] ringKeeping = inside(Frames.behind(header).snap()).build();
    assertThat(Decoding.of(6, ringKeeping).outcome()).isEqualTo(Outcome.NOT_IP);
  }

  @Test
  void endsEndlessTagsAndLabels() {
    PacketBuilder tags = Frames.ethernet();
    PacketBuilder labels = Frames.ethernet();
    for (int i = 0; i < 20; i++) {
      tags.vlan(i);
      labels.mpls(i);
    }
    assertThat(Decoding.ethernet(inside(tags).build()).outcome()).isEqualTo(Outcome.MALFORMED);
    assertThat(Decoding.ethernet(inside(labels).build()).outcome()).isEqualTo(Outcome.MALFORMED);
  }

  @Test
  void saysWhatIsNotIp() {
    byte[] arp = Frames.ethernet().bytes(new byte[28]).build();
    arp[12] = 8;
    arp[13] = 6;
    Packet packet = Decoding.ethernet(arp);
    assertThat(packet.outcome()).isEqualTo(Outcome.NOT_IP);
    assertThat(packet.etherType()).isEqualTo(0x806);
  }
}
