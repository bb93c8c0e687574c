package io.aegispcap.capture.packet;

import static io.aegispcap.testkit.packet.PacketBuilder.ACK;
import static io.aegispcap.testkit.packet.PacketBuilder.SYN;
import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.testkit.packet.Frames;
import io.aegispcap.testkit.packet.PacketBuilder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PacketDecoderTests {
  private static final String A = "10.0.0.1";
  private static final String B = "10.0.0.2";
  private static final String A6 = "2001:db8::1";
  private static final String B6 = "2001:db8::2";

  @Test
  void readsTcpOverIpv4() {
    Packet packet =
        Decoding.ethernet(
            Frames.ethernet()
                .ipv4(A, B)
                .ttl(17)
                .trafficClass(0xb8)
                .tcp(1234, 80)
                .flags(SYN, ACK)
                .seq(0xfffffff0L)
                .ack(7)
                .window(1000)
                .mss(1460)
                .windowScale(7)
                .payload("hello")
                .build());

    assertThat(packet.outcome()).isEqualTo(Outcome.FLOW);
    assertThat(packet.etherType()).isEqualTo(0x800);
    assertThat(packet.vlan()).isEqualTo(-1);
    assertThat(packet.source()).hasToString(A);
    assertThat(packet.destination()).hasToString(B);
    assertThat(packet.ipVersion()).isEqualTo(4);
    assertThat(packet.protocol()).isEqualTo(Packet.TCP);
    assertThat(packet.timeToLive()).isEqualTo(17);
    assertThat(packet.trafficClass()).isEqualTo(0xb8);
    assertThat(packet.ipLength()).isEqualTo(20 + 28 + 5);
    assertThat(packet.ipHeaderLength()).isEqualTo(20);
    assertThat(packet.sourcePort()).isEqualTo(1234);
    assertThat(packet.destinationPort()).isEqualTo(80);
    assertThat(packet.transportHeaderLength()).isEqualTo(28);
    assertThat(packet.flags()).isEqualTo(SYN | ACK);
    assertThat(packet.sequence()).isEqualTo(0xfffffff0L);
    assertThat(packet.acknowledgement()).isEqualTo(7);
    assertThat(packet.windowSize()).isEqualTo(1000);
    assertThat(packet.maximumSegmentSize()).isEqualTo(1460);
    assertThat(packet.windowScale()).isEqualTo(7);
    assertThat(packet.payloadLength()).isEqualTo(5);
    assertThat(Decoding.payload(packet)).isEqualTo("hello");
  }

  @Test
  void forgetsWhatTheLastPacketSaid() {
    Decoding decoding = new Decoding();
    decoding.next(
        Frames.ethernet().vlan(3).ipv4(A, B).tcp(1, 2).flags(SYN).mss(9).windowScale(2).build());
    Packet packet = decoding.next(Frames.ethernet().ipv4(A, B).icmp(8, 0).build());

    assertThat(packet.vlan()).isEqualTo(-1);
    assertThat(packet.sourcePort()).isZero();
    assertThat(packet.flags()).isZero();
    assertThat(packet.maximumSegmentSize()).isZero();
    assertThat(packet.windowScale()).isEqualTo(-1);
    assertThat(packet.icmpType()).isEqualTo(8);
  }

  @Test
  void readsVlanTags() {
    Packet packet =
        Decoding.ethernet(
            Frames.ethernet().serviceVlan(100).vlan(200).ipv4(A, B).udp(1, 2).build());

    assertThat(packet.outcome()).isEqualTo(Outcome.FLOW);
    assertThat(packet.vlan()).isEqualTo(100);
    assertThat(packet.innerVlan()).isEqualTo(200);
  }

  @Test
  void countsNoEthernetPaddingAsPayload() {
    Packet packet =
        Decoding.ethernet(Frames.ethernet().ipv4(A, B).tcp(1, 2).trailer(new byte[6]).build());

    assertThat(packet.payloadLength()).isZero();
    assertThat(packet.payloadCaptured()).isZero();
  }

  @Test
  void countsNoPaddingBehindAnIpv6HeaderThatStatesNoPayload() {
    byte[] frame = Frames.ethernet().ipv6("::1", "::2").trailer(new byte[10]).build();
    frame[20] = Packet.TCP;
    Packet packet = Decoding.ethernet(frame);

    assertThat(packet.outcome()).isEqualTo(Outcome.FLOW);
    assertThat(packet.ipLength()).isEqualTo(40);
    assertThat(packet.payloadLength()).isZero();
    assertThat(packet.sourcePort()).isZero();
  }

  @Test
  void takesTheFrameLengthWhereSegmentationOfIpv6IsLeftToTheCard() {
    byte[] frame = Frames.ethernet().ipv6("::1", "::2").tcp(1, 2).payloadOf(3000).build();
    frame[18] = 0;
    frame[19] = 0;
    Packet packet = Decoding.ethernet(frame);

    assertThat(packet.ipLength()).isEqualTo(3060);
    assertThat(packet.payloadLength()).isEqualTo(3000);
  }

  @Test
  void keepsOriginalLengthsOfCutPackets() {
    byte[] frame = Frames.ethernet().ipv4(A, B).udp(1, 2).payloadOf(1000).build();
    Packet packet =
        new Decoding().next(Decoding.ETHERNET, Arrays.copyOf(frame, 60), frame.length, 0);

    assertThat(packet.ipLength()).isEqualTo(1028);
    assertThat(packet.payloadLength()).isEqualTo(1000);
    assertThat(packet.payloadCaptured()).isEqualTo(60 - 42);
  }

  @Test
  void putsAPacketCutBeforeItsPortsInAFlowWithoutPorts() {
    byte[] frame = Frames.ethernet().ipv4(A, B).tcp(1, 2).build();
    Packet packet =
        new Decoding().next(Decoding.ETHERNET, Arrays.copyOf(frame, 36), frame.length, 0);

    assertThat(packet.outcome()).isEqualTo(Outcome.FLOW);
    assertThat(packet.protocol()).isEqualTo(Packet.TCP);
    assertThat(packet.sourcePort()).isZero();
  }

  @Test
  void saysWhenThePacketIsCutBeforeItsAddresses() {
    byte[] frame = Frames.ethernet().ipv4(A, B).tcp(1, 2).build();
    Packet packet =
        new Decoding().next(Decoding.ETHERNET, Arrays.copyOf(frame, 30), frame.length, 0);

    assertThat(packet.outcome()).isEqualTo(Outcome.CUT_SHORT);
    assertThat(Decoding.ethernet(Arrays.copyOf(frame, 30)).outcome()).isEqualTo(Outcome.MALFORMED);
  }

  @Test
  void takesTheFrameLengthWhereSegmentationIsLeftToTheCard() {
    Packet packet =
        Decoding.ethernet(
            Frames.ethernet().ipv4(A, B).totalLength(0).tcp(1, 2).payloadOf(3000).build());

    assertThat(packet.ipLength()).isEqualTo(3040);
    assertThat(packet.payloadLength()).isEqualTo(3000);
  }

  @Test
  void refusesIpv4HeadersShorterThanTheyMayBe() {
    byte[] frame = Frames.ethernet().ipv4(A, B).tcp(1, 2).build();
    frame[14] = 0x44;
    assertThat(Decoding.ethernet(frame).outcome()).isEqualTo(Outcome.MALFORMED);
  }

  @Test
  void walksIpv6ExtensionHeaders() {
    Packet packet =
        Decoding.ethernet(
            Frames.ethernet()
                .ipv6(A6, B6)
                .hopByHop()
                .routing()
                .destinationOptions()
                .authentication()
                .udp(53, 54)
                .payload("x")
                .build());

    assertThat(packet.outcome()).isEqualTo(Outcome.FLOW);
    assertThat(packet.source()).hasToString(A6);
    assertThat(packet.destination()).hasToString(B6);
    assertThat(packet.ipHeaderLength()).isEqualTo(40 + 8 + 24 + 8 + 24);
    assertThat(packet.protocol()).isEqualTo(Packet.UDP);
    assertThat(packet.destinationPort()).isEqualTo(54);
    assertThat(Decoding.payload(packet)).isEqualTo("x");
  }

  @Test
  void readsThePacketThatAnIcmpErrorQuotes() {
    PacketBuilder lost = Frames.raw().ipv4(B, A).udp(4000, 53);
    Packet packet =
        Decoding.ethernet(Frames.ethernet().ipv4(A, B).icmp(3, 3).quoting(lost, 28).build());

    assertThat(packet.icmpType()).isEqualTo(3);
    assertThat(packet.icmpCode()).isEqualTo(3);
    assertThat(packet.quoted().present()).isTrue();
    assertThat(packet.quoted().protocol()).isEqualTo(Packet.UDP);
    assertThat(packet.quoted().sourcePort()).isEqualTo(4000);
    assertThat(packet.quoted().destinationPort()).isEqualTo(53);
    assertThat(packet.quoted().sourceLow()).isEqualTo(IpAddress.parse(B).low());
  }

  @Test
  void readsSctpPorts() {
    Packet packet = Decoding.ethernet(Frames.ethernet().ipv4(A, B).sctp(5, 6).build());
    assertThat(packet.sourcePort()).isEqualTo(5);
    assertThat(packet.destinationPort()).isEqualTo(6);
    assertThat(packet.transportHeaderLength()).isEqualTo(12);
  }

  @Test
  void limitsUdpPayloadToItsLengthField() {
    byte[] frame = Frames.ethernet().ipv4(A, B).udp(1, 2).payload("abcdef").build();
    frame[14 + 20 + 5] = 8 + 3;
    Packet packet = Decoding.ethernet(frame);
    assertThat(Decoding.payload(packet)).isEqualTo("abc");
  }
}
