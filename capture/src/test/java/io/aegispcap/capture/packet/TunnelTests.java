package io.aegispcap.capture.packet;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.testkit.packet.Frames;
import io.aegispcap.testkit.packet.PacketBuilder;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TunnelTests {
  private static final String A = "192.0.2.1";
  private static final String B = "192.0.2.2";
  private static final String IN_A = "10.1.0.1";
  private static final String IN_B = "10.1.0.2";

  private static Arguments tunnel(Tunnel tunnel, UnaryOperator<PacketBuilder> open) {
    return Arguments.of(tunnel, open);
  }

  static Stream<Arguments> tunnels() {
    return Stream.of(
        tunnel(Tunnel.IP_IN_IP, packet -> packet),
        tunnel(Tunnel.GRE, PacketBuilder::gre),
        tunnel(Tunnel.GRE, packet -> packet.gre(7)),
        tunnel(Tunnel.GRE, packet -> packet.gre(7).ethernet()),
        tunnel(Tunnel.GRE, packet -> packet.pptp(3)),
        tunnel(Tunnel.ERSPAN, packet -> packet.erspan(1)),
        tunnel(Tunnel.VXLAN, packet -> packet.vxlan(5)),
        tunnel(Tunnel.GENEVE, packet -> packet.geneve(5)),
        tunnel(Tunnel.GENEVE, packet -> packet.geneve(5).ethernet()),
        tunnel(Tunnel.GTP_U, packet -> packet.gtpU(9)),
        tunnel(Tunnel.L2TP, packet -> packet.l2tp(1, 2)),
        tunnel(Tunnel.L2TP, packet -> packet.l2tpV3(7, 0)),
        tunnel(Tunnel.L2TP, packet -> packet.l2tpV3(7, 12).vlan(5)),
        tunnel(Tunnel.L2TP, packet -> packet.l2tpV3OverUdp(7, 4)));
  }

  private static PacketBuilder inside(PacketBuilder packet) {
    return packet.ipv4(IN_A, IN_B).tcp(4000, 443).payload("in");
  }

  private static void assertInside(Packet packet) {
    assertThat(packet.outcome()).isEqualTo(Outcome.FLOW);
    assertThat(packet.source()).hasToString(IN_A);
    assertThat(packet.destination()).hasToString(IN_B);
    assertThat(packet.destinationPort()).isEqualTo(443);
    assertThat(packet.ipLength()).isEqualTo(42);
    assertThat(Decoding.payload(packet)).isEqualTo("in");
  }

  @ParameterizedTest
  @MethodSource("tunnels")
  void opens(Tunnel tunnel, UnaryOperator<PacketBuilder> open) {
    Packet packet = Decoding.ethernet(inside(open.apply(Frames.ethernet().ipv4(A, B))).build());

    assertInside(packet);
    assertThat(packet.tunnel()).isEqualTo(tunnel);
    assertThat(packet.tunnelDepth()).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("tunnels")
  void staysOutsideWhenTold(Tunnel tunnel, UnaryOperator<PacketBuilder> open) {
    Decoding decoding = new Decoding(DecodeOptions.DEFAULT.withoutDecapsulation());
    Packet packet = decoding.next(inside(open.apply(Frames.ethernet().ipv4(A, B))).build());

    assertThat(packet.outcome()).isEqualTo(Outcome.FLOW);
    assertThat(packet.source()).hasToString(A);
    assertThat(packet.tunnel()).as("%s closed", tunnel).isEqualTo(Tunnel.NONE);
    assertThat(packet.tunnelDepth()).isZero();
  }

  @ParameterizedTest
  @MethodSource("tunnels")
  void opensTheReassembledOuterDatagram(Tunnel tunnel, UnaryOperator<PacketBuilder> open) {
    PacketBuilder packet =
        open.apply(Frames.ethernet().ipv4(A, B)).ipv4(IN_A, IN_B).tcp(4000, 443).payloadOf(300);
    List<byte[]> fragments = packet.fragments(200);
    Decoding decoding = new Decoding();

    Packet first = decoding.next(fragments.getFirst());
    assertThat(first.source()).as("%s outside", tunnel).hasToString(A);
    Packet last = decoding.next(fragments.getLast());
    assertThat(last.source()).hasToString(IN_A);
    assertThat(last.destinationPort()).isEqualTo(443);
    assertThat(last.payloadCaptured()).isEqualTo(300);
  }

  @Test
  void opensIpv6InIpv4AndIpv4InIpv6() {
    Packet six =
        Decoding.ethernet(
            Frames.ethernet().ipv4(A, B).ipv6("2001:db8::1", "2001:db8::2").udp(1, 2).build());
    assertThat(six.source()).hasToString("2001:db8::1");
    Packet four =
        Decoding.ethernet(
            inside(Frames.ethernet().ipv6("::1", "::2").destinationOptions()).build());
    assertInside(four);
  }

  @Test
  void opensTeredo() {
    Packet packet =
        Decoding.ethernet(
            Frames.ethernet()
                .ipv4(A, B)
                .teredo()
                .bytes(new byte[8])
                .ipv6("2001::1", "2001::2")
                .udp(1, 2)
                .build());
    assertThat(packet.tunnel()).isEqualTo(Tunnel.TEREDO);
    assertThat(packet.destination()).hasToString("2001::2");
  }

  @Test
  void goesNoDeeperThanTold() {
    DecodeOptions options = new DecodeOptions(true, 1, true, 1 << 20);
    Packet packet =
        new Decoding(options)
            .next(inside(Frames.ethernet().ipv4(A, B).ipv4("10.9.0.1", "10.9.0.2")).build());
    assertThat(packet.source()).hasToString("10.9.0.1");
    assertThat(packet.protocol()).isEqualTo(4);
    assertThat(packet.tunnelDepth()).isEqualTo(1);
  }

  @Test
  void staysTheOuterPacketWhenTheInnerOneCannotBeRead() {
    byte[] frame = inside(Frames.ethernet().ipv4(A, B).vxlan(1)).build();
    frame[14 + 20 + 8 + 8 + 14] = 0x41; // a header of 4 bytes
    Packet packet = Decoding.ethernet(frame);

    assertThat(packet.outcome()).isEqualTo(Outcome.FLOW);
    assertThat(packet.source()).hasToString(A);
    assertThat(packet.destinationPort()).isEqualTo(4789);
    assertThat(packet.tunnelDepth()).isZero();
    assertThat(packet.tunnel()).isEqualTo(Tunnel.NONE);
    assertThat(packet.vlan()).isEqualTo(-1);
    assertThat(packet.payloadLength()).isEqualTo(8 + 14 + 42);
  }

  @Test
  void staysUdpWhenOnlyThePortSpeaksOfATunnel() {
    for (int port : new int[] {4789, 4790, 8472, 6081, 2152, 3544, 1701}) {
      byte[] frame = Frames.ethernet().ipv4(A, B).udp(5000, port).payload("no tunnel here").build();
      Packet packet = Decoding.ethernet(frame);
      assertThat(packet.destinationPort()).isEqualTo(port);
      assertThat(Decoding.payload(packet)).isEqualTo("no tunnel here");
    }
  }

  @Test
  void leavesControlMessagesAndOtherThanEthernetInL2tpVersion3() {
    Packet control =
        Decoding.ethernet(Frames.ethernet().ipv4(A, B).l2tpV3(0, 0).ipv4(IN_A, IN_B).build());
    assertThat(control.tunnelDepth()).isZero();
    assertThat(control.protocol()).isEqualTo(115);
    assertThat(control.source()).hasToString(A);

    byte[] cut = inside(Frames.ethernet().ipv4(A, B).l2tpV3(7, 4)).build();
    cut[14 + 20 + 8 + 14] = 0x54;
    Packet other = Decoding.ethernet(cut);
    assertThat(other.tunnelDepth()).isZero();
    assertThat(other.source()).hasToString(A);
  }
}
