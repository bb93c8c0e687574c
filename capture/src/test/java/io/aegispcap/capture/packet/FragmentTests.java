package io.aegispcap.capture.packet;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.testkit.packet.Frames;
import io.aegispcap.testkit.packet.PacketBuilder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FragmentTests {
  private static final long SECOND = 1_000_000_000L;
  private static final String TEXT = "0123456789abcdefghijklmnopqrstuvwxyz".repeat(3);

  private static PacketBuilder datagram() {
    return Frames.ethernet().ipv4("10.0.0.1", "10.0.0.2").udp(1000, 2000).payload(TEXT);
  }

  @Test
  void givesTheDatagramToTheFragmentThatCompletesIt() {
    Decoding decoding = new Decoding();
    List<byte[]> fragments = datagram().fragments(48);
    for (int i = 0; i < fragments.size(); i++) {
      Packet packet = decoding.next(fragments.get(i));
      assertThat(packet.outcome()).isEqualTo(Outcome.FLOW);
      assertThat(packet.fragment()).isTrue();
      assertThat(packet.sourcePort()).isEqualTo(1000);
      assertThat(packet.destinationPort()).isEqualTo(2000);
      assertThat(packet.transportHeaderLength()).isEqualTo(i == 0 ? 8 : 0);
      boolean last = i == fragments.size() - 1;
      assertThat(packet.payloadLength()).isEqualTo(i == 0 ? 40 : last ? 116 - 96 : 48);
      assertThat(Decoding.payload(packet)).isEqualTo(last ? TEXT : "");
    }
  }

  @Test
  void reassemblesIpv6Datagrams() {
    Decoding decoding = new Decoding();
    List<byte[]> fragments =
        Frames.ethernet()
            .ipv6("2001:db8::1", "2001:db8::2")
            .destinationOptions()
            .udp(1000, 2000)
            .payload(TEXT)
            .fragments(64);
    Packet packet = decoding.next(fragments.get(0));
    assertThat(packet.protocol()).isEqualTo(Packet.UDP);
    packet = decoding.next(fragments.get(1));
    assertThat(packet.protocol()).isEqualTo(Packet.UDP);
    assertThat(packet.destinationPort()).isEqualTo(2000);
    assertThat(Decoding.payload(packet)).isEqualTo(TEXT);
  }

  @Test
  void holdsLaterFragmentsUntilTheFirstComes() {
    Decoding decoding = new Decoding();
    List<byte[]> fragments = datagram().fragments(48);
    Packet packet = decoding.next(fragments.get(2), 5);
    assertThat(packet.outcome()).isEqualTo(Outcome.HELD);
    assertThat(decoding.next(fragments.get(1), 6).outcome()).isEqualTo(Outcome.HELD);
    assertThat(decoding.decoder.hasReleased()).isFalse();

    packet = decoding.next(fragments.get(0), 7);
    assertThat(packet.outcome()).isEqualTo(Outcome.FLOW);
    assertThat(Decoding.payload(packet)).isEqualTo(TEXT);
    assertThat(packet.payloadLength()).isEqualTo(40);

    assertThat(decoding.decoder.hasReleased()).isTrue();
    Packet released = new Packet();
    decoding.decoder.release(released);
    assertThat(released.outcome()).isEqualTo(Outcome.FLOW);
    assertThat(released.number()).isEqualTo(1);
    assertThat(released.timestamp()).isEqualTo(5);
    assertThat(released.sourcePort()).isEqualTo(1000);
    assertThat(released.payloadLength()).isEqualTo(20);
    assertThat(released.capturedLength()).isEqualTo(fragments.get(2).length);
    assertThat(released.data().length).isEqualTo(fragments.get(2).length);
    decoding.decoder.release(released);
    assertThat(released.number()).isEqualTo(2);
    assertThat(decoding.decoder.hasReleased()).isFalse();
  }

  @Test
  void callsFragmentsOrphansWhenTheirFirstNeverComes() {
    Decoding decoding = new Decoding();
    decoding.next(datagram().fragments(48).get(1));
    decoding.decoder.finish();

    Packet released = new Packet();
    decoding.decoder.release(released);
    assertThat(released.outcome()).isEqualTo(Outcome.ORPHAN_FRAGMENT);
    assertThat(released.number()).isEqualTo(1);
    assertThat(released.source()).hasToString("10.0.0.1");
  }

  @Test
  void forgetsDatagramsAfterThirtySeconds() {
    Decoding decoding = new Decoding();
    List<byte[]> fragments = datagram().fragments(64);
    decoding.next(fragments.get(0), 0);
    Packet packet = decoding.next(fragments.get(1), 31 * SECOND);
    assertThat(packet.outcome()).isEqualTo(Outcome.HELD);
  }

  @Test
  void takesThePortsOfTheNewDatagramWhenAnIdIsUsedAgain() {
    Decoding decoding = new Decoding();
    datagram().fragments(64).forEach(decoding::next);
    List<byte[]> again =
        Frames.ethernet().ipv4("10.0.0.1", "10.0.0.2").udp(7, 8).payload(TEXT).fragments(64);
    decoding.next(again.get(0));
    Packet packet = decoding.next(again.get(1));
    assertThat(packet.sourcePort()).isEqualTo(7);
    assertThat(Decoding.payload(packet)).isEqualTo(TEXT);
  }

  @Test
  void staysWithinItsMemory() {
    Decoding decoding = new Decoding(new DecodeOptions(true, 4, true, 10_000));
    byte[] later = datagram().payloadOf(2000).fragments(1000).get(1);
    int released = 0;
    int orphans = 0;
    for (int id = 0; id < 1000; id++) {
      later[18] = (byte) (id >> 8);
      later[19] = (byte) id;
      orphans += decoding.next(later).outcome() == Outcome.ORPHAN_FRAGMENT ? 1 : 0;
      while (decoding.decoder.hasReleased()) {
        decoding.decoder.release(new Packet());
        released++;
      }
    }
    assertThat(released).isGreaterThan(980);
    assertThat(orphans).isZero();
  }

  @Test
  void holdsNothingWithoutMemory() {
    Decoding decoding = new Decoding(new DecodeOptions(true, 4, true, 0));
    List<byte[]> fragments = datagram().fragments(64);
    assertThat(decoding.next(fragments.get(1)).outcome()).isEqualTo(Outcome.ORPHAN_FRAGMENT);
    assertThat(decoding.next(fragments.get(0)).outcome()).isEqualTo(Outcome.FLOW);
  }

  @Test
  void takesPortsWithoutReassembly() {
    Decoding decoding = new Decoding(new DecodeOptions(true, 4, false, 1 << 20));
    Packet packet = null;
    for (byte[] fragment : datagram().fragments(64)) {
      packet = decoding.next(fragment);
    }
    assertThat(packet.sourcePort()).isEqualTo(1000);
    assertThat(packet.payloadCaptured()).isZero();
  }

  @Test
  void keepsWhatCameFirstWhereFragmentsOverlap() {
    PacketBuilder letters = Frames.ethernet().ipv4("10.0.0.1", "10.0.0.2").bytes();
    List<byte[]> a = letters.payload("aaaaaaaabbbbbbbbcccccccc").fragments(16);
    List<byte[]> b = letters.payload("XXXXXXXXYYYYYYYYZZZZZZZZ").fragments(8);
    Decoding decoding = new Decoding();
    decoding.next(a.get(0));
    decoding.next(b.get(1));
    Packet packet = decoding.next(b.get(2));
    assertThat(Decoding.payload(packet)).isEqualTo("aaaaaaaabbbbbbbbZZZZZZZZ");
  }

  @Test
  void survivesTeardropAndPingOfDeath() {
    Decoding decoding = new Decoding();
    List<byte[]> fragments = datagram().fragments(64);
    decoding.next(fragments.get(0));
    byte[] inside = fragments.get(1);
    inside[20] = 0;
    inside[21] = 3; // offset 24, well inside the first
    assertThat(decoding.next(inside).outcome()).isEqualTo(Outcome.FLOW);
    byte[] beyond = datagram().id(2).fragments(64).get(1);
    decoding.next(datagram().id(2).fragments(64).get(0));
    beyond[20] = 0x1f;
    beyond[21] = (byte) 0xff;
    assertThat(decoding.next(beyond).outcome()).isEqualTo(Outcome.FLOW);
  }

  @Test
  void putsTogetherNoDatagramWithAPieceCutOut() {
    Decoding decoding = new Decoding();
    List<byte[]> fragments = datagram().fragments(64);
    byte[] first = fragments.get(0);
    decoding.next(Decoding.ETHERNET, java.util.Arrays.copyOf(first, 60), first.length, 0);
    Packet packet = decoding.next(fragments.get(1));
    assertThat(packet.sourcePort()).isEqualTo(1000);
    assertThat(packet.payloadCaptured()).isZero();
  }

  @Test
  void holdsAFragmentWhoseIpOptionsAreCutOff() {
    byte[] frame = datagram().ipOptions(new byte[8]).fragments(64).get(1);
    Packet packet =
        new Decoding().next(Decoding.ETHERNET, java.util.Arrays.copyOf(frame, 36), frame.length, 0);
    assertThat(packet.outcome()).isEqualTo(Outcome.HELD);
  }

  @Test
  void givesEveryPacketOneOutcome() {
    Decoding decoding = new Decoding();
    List<byte[]> frames = new ArrayList<>();
    for (int id = 0; id < 50; id++) {
      frames.addAll(datagram().id(id).fragments(24).reversed());
    }
    int flows = 0;
    for (byte[] frame : frames) {
      flows += decoding.next(frame).outcome() == Outcome.FLOW ? 1 : 0;
      while (decoding.decoder.hasReleased()) {
        Packet released = new Packet();
        decoding.decoder.release(released);
        flows += released.outcome() == Outcome.FLOW ? 1 : 0;
      }
    }
    assertThat(flows).isEqualTo(frames.size());
    assertThat(TEXT.getBytes(StandardCharsets.UTF_8)).hasSize(108);
  }
}
