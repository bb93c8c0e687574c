package io.aegispcap.capture.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.longs;

import io.aegispcap.testkit.packet.Frames;
import io.aegispcap.testkit.packet.PacketBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PacketDecoderPropertyTests {
  private static final String[] ADDRESSES = {"10.0.0.1", "172.16.9.255", "255.255.255.255"};
  private static final String[] ADDRESSES_6 = {"::", "2001:db8::ff", "fe80::1"};

  /// A random packet: the tuple, and headers around it that should not change it.
  private record Case(long seed) {
    Random random() {
      return new Random(seed);
    }

    int sourcePort() {
      return (int) (seed & 0xffff);
    }

    int destinationPort() {
      // no tunnel is looked for at ports below 1024
      return (int) (seed >>> 16 & 0x3ff);
    }

    PacketBuilder packet() {
      Random random = random();
      PacketBuilder packet = Frames.ethernet();
      for (int i = random.nextInt(3); i > 0; i--) {
        packet.vlan(random.nextInt(4096));
      }
      for (int i = random.nextInt(3); i > 0; i--) {
        wrap(ip(packet, random), random);
      }
      ip(packet, random);
      return transport(packet, random).payloadOf(random.nextInt(200));
    }

    private static PacketBuilder ip(PacketBuilder packet, Random random) {
      if (random.nextBoolean()) {
        packet.ipv4(ADDRESSES[random.nextInt(3)], ADDRESSES[random.nextInt(3)]);
        return random.nextBoolean() ? packet.ipOptions(new byte[random.nextInt(40)]) : packet;
      }
      packet.ipv6(ADDRESSES_6[random.nextInt(3)], ADDRESSES_6[random.nextInt(3)]);
      return random.nextBoolean() ? packet.destinationOptions() : packet;
    }

    private static void wrap(PacketBuilder packet, Random random) {
      switch (random.nextInt(8)) {
        case 0 -> packet.gre(random.nextInt(3));
        case 1 -> packet.vxlan(random.nextInt(100));
        case 2 -> packet.geneve(1);
        case 3 -> packet.gtpU(1);
        case 4 -> packet.l2tp(1, 2);
        case 5 -> packet.erspan(3);
        case 6 -> packet.l2tpV3(4, 4);
        default -> {}
      }
    }

    private PacketBuilder transport(PacketBuilder packet, Random random) {
      return random.nextBoolean()
          ? packet.tcp(sourcePort(), destinationPort()).seq(seed).flags((int) (seed & 0xff))
          : packet.udp(sourcePort() | 0x8000, destinationPort());
    }
  }

  @Test
  void readsWhatTheBuilderWrote() {
    qt().withExamples(2000)
        .forAll(longs().all())
        .checkAssert(
            seed -> {
              Case built = new Case(seed);
              byte[] frame = built.packet().build();
              Packet packet = Decoding.ethernet(frame);
              assertThat(packet.outcome()).isEqualTo(Outcome.FLOW);
              assertThat(packet.destinationPort()).isEqualTo(built.destinationPort());
              assertThat(packet.payloadOffset() + packet.payloadCaptured()).isEqualTo(frame.length);
              if (packet.protocol() == Packet.TCP) {
                assertThat(packet.sourcePort()).isEqualTo(built.sourcePort());
                assertThat(packet.sequence()).isEqualTo(seed & 0xffff_ffffL);
                assertThat(packet.flags()).isEqualTo((int) (seed & 0xff));
              }
              Invariants.check(packet);
            });
  }

  @Test
  void neverFailsOnACutFrame() {
    qt().withExamples(100)
        .forAll(longs().all())
        .checkAssert(
            seed -> {
              byte[] frame = new Case(seed).packet().build();
              for (int length = 0; length < frame.length; length++) {
                byte[] cut = Arrays.copyOf(frame, length);
                Invariants.check(Decoding.ethernet(cut));
                Packet packet = new Decoding().next(Decoding.ETHERNET, cut, frame.length, 0);
                Invariants.check(packet);
                assertThat(packet.outcome()).isNotEqualTo(Outcome.MALFORMED);
              }
            });
  }

  @Test
  void neverFailsOnAChangedByte() {
    qt().withExamples(1000)
        .forAll(longs().all(), integers().all(), integers().between(0, 255))
        .checkAssert(
            (seed, where, value) -> {
              byte[] frame = new Case(seed).packet().build();
              frame[Math.floorMod(where, frame.length)] = value.byteValue();
              Invariants.check(Decoding.ethernet(frame));
            });
  }

  @Test
  void reassemblesFragmentsInAnyOrder() {
    qt().withExamples(500)
        .forAll(longs().all(), integers().between(1, 20))
        .checkAssert(
            (seed, eighths) -> {
              Random random = new Random(seed);
              byte[] payload = new byte[1 + random.nextInt(400)];
              random.nextBytes(payload);
              PacketBuilder datagram =
                  (random.nextBoolean()
                          ? Frames.ethernet().ipv4("10.0.0.1", "10.0.0.2")
                          : Frames.ethernet().ipv6("::1", "::2"))
                      .udp(33, 44)
                      .payload(payload);
              List<byte[]> fragments = new ArrayList<>(datagram.fragments(eighths * 8));
              Collections.shuffle(fragments, random);
              assertReassembles(fragments, payload);
            });
  }

  private static void assertReassembles(List<byte[]> fragments, byte[] payload) {
    Decoding decoding = new Decoding();
    int flows = 0;
    int bytes = 0;
    byte[] whole = {};
    for (byte[] fragment : fragments) {
      Packet packet = decoding.next(fragment);
      if (packet.payloadCaptured() > 0) {
        int from = packet.payloadOffset();
        whole = Arrays.copyOfRange(packet.payload(), from, from + packet.payloadCaptured());
      }
      boolean flow = packet.outcome() == Outcome.FLOW;
      flows += flow ? 1 : 0;
      bytes += flow ? packet.payloadLength() : 0;
      while (decoding.decoder.hasReleased()) {
        decoding.decoder.release(packet);
        assertThat(packet.destinationPort()).isEqualTo(44);
        flows++;
        bytes += packet.payloadLength();
      }
    }
    assertThat(flows).isEqualTo(fragments.size());
    assertThat(bytes).isEqualTo(payload.length);
    assertThat(whole).isEqualTo(payload);
  }
}
