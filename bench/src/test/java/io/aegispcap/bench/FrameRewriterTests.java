package io.aegispcap.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FrameRewriterTests {
  private static final int INSIDE = 0xc0a8_0105;
  private static final int OUTSIDE = 0x0808_0404;

  private static byte[] rewritten(byte[] frame, int copy, int firstNetwork) {
    PacketList packets = PcapSource.read(Frames.pcap(List.of(frame))).orElseThrow();
    AddressBook.Networks networks = AddressBook.of(packets);
    byte[] result = frame.clone();
    new FrameRewriter()
        .rewrite(
            result, result.length, new CopyAddresses(networks, copy, firstNetwork, firstNetwork));
    return result;
  }

  @Test
  void keepsIpv4ChecksumsRight() {
    qt().withExamples(200)
        .forAll(
            integers().between(1, 60_000), integers().between(0, 99), integers().between(0, 0xffff))
        .checkAssert(
            (copy, length, port) -> {
              for (int protocol : new int[] {6, 17}) {
                byte[] frame = Frames.ipv4(INSIDE, OUTSIDE, protocol, port, Frames.data(length));
                byte[] result = rewritten(frame, copy, copy);
                assertThat(Frames.isIpv4HeaderRight(result)).isTrue();
                assertThat(Frames.transportSum(result, Frames.IP, protocol)).isEqualTo(0xffff);
                assertThat(result).isNotEqualTo(frame);
              }
            });
  }

  @Test
  void keepsIpv6ChecksumRight() {
    qt().withExamples(200)
        .forAll(integers().between(1, 1 << 24), integers().between(0, 99))
        .checkAssert(
            (copy, length) -> {
              byte[] frame =
                  Frames.ipv6(0x2001_0db8_0000_0001L, 0xfe80_0000_0000_0000L, Frames.data(length));
              byte[] result = rewritten(frame, copy, 0);
              assertThat(Frames.transportSum6(result, Frames.IP)).isEqualTo(0xffff);
              assertThat(Bytes.i64(result, Frames.IP + 8))
                  .isNotEqualTo(Bytes.i64(frame, Frames.IP + 8));
            });
  }

  @Test
  void keepsPrivateAddressPrivateAndPublicAddressPublic() {
    qt().withExamples(500)
        .forAll(integers().between(0, 60_000))
        .checkAssert(
            network -> {
              byte[] frame = Frames.ipv4(INSIDE, OUTSIDE, 6, 1024, Frames.data(4));
              byte[] result = rewritten(frame, 7, network);
              int source = Bytes.i32(result, Frames.IP + 12);
              int target = Bytes.i32(result, Frames.IP + 16);
              assertThat(AddressBook.isInside(source)).isTrue();
              assertThat(AddressBook.isInside(target)).isFalse();
              assertThat(AddressBook.stays(target)).isFalse();
              assertThat(source & 0xff).isEqualTo(INSIDE & 0xff);
            });
  }

  @Test
  void leavesMulticastAddressAlone() {
    byte[] frame = Frames.ipv4(0xa9fe_0001, 0xe000_00fb, 17, 5353, Frames.data(4));
    byte[] result = rewritten(frame, 7, 3);
    assertThat(Bytes.i64(result, Frames.IP + 12)).isEqualTo(Bytes.i64(frame, Frames.IP + 12));
  }

  @Test
  void leavesAbsentUdpChecksumAbsent() {
    byte[] frame = Frames.ipv4(INSIDE, OUTSIDE, 17, 53, Frames.data(8));
    Bytes.put16(frame, Frames.IP + 26, 0);
    assertThat(Bytes.u16(rewritten(frame, 5, 5), Frames.IP + 26)).isZero();
  }

  @Test
  void givesEachNetworkAnotherNumber() {
    long networks =
        IntStream.range(0, CopyAddresses.INSIDE)
            .map(
                first ->
                    new CopyAddresses(
                            new AddressBook.Networks(new int[] {INSIDE >>> 8}, new int[0]),
                            1,
                            first,
                            0)
                        .ipv4(INSIDE))
            .distinct()
            .count();
    assertThat(networks).isEqualTo(CopyAddresses.INSIDE);
  }
}
