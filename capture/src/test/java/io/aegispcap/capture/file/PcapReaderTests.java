package io.aegispcap.capture.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aegispcap.capture.packet.Packet;
import io.aegispcap.testkit.capture.PcapBuilder;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PcapReaderTests {
  private static final long TIME = 1_700_000_000_123_456_789L;
  private static final long MICRO_TIME = 1_700_000_000_123_456_000L;
  private static final List<ByteOrder> ORDERS =
      List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN);

  @Test
  void readsMicrosecondsInBothByteOrders() throws IOException {
    for (ByteOrder order : ORDERS) {
      byte[] file =
          PcapBuilder.pcap(order, PcapBuilder.MICROSECONDS)
              .linkType(113)
              .frame(TIME, new byte[] {1, 2, 3})
              .frame(TIME + 1000, 99, new byte[] {4})
              .build();
      assertThat(Frames.of(file))
          .containsExactly(
              new Frames.Frame(1, MICRO_TIME, 113, 3, "010203"),
              new Frames.Frame(2, MICRO_TIME + 1000, 113, 99, "04"));
    }
  }

  @Test
  void readsNanosecondsInBothByteOrders() throws IOException {
    for (ByteOrder order : ORDERS) {
      byte[] file =
          PcapBuilder.pcap(order, PcapBuilder.NANOSECONDS).frame(TIME, new byte[] {1}).build();
      assertThat(Frames.of(file)).containsExactly(new Frames.Frame(1, TIME, 1, 1, "01"));
    }
  }

  @Test
  void readsLongerRecordHeadersAndFileHeadersOfVariants() throws IOException {
    for (ByteOrder order : ORDERS) {
      assertThat(oneFrame(PcapBuilder.pcap(order, PcapBuilder.MODIFIED))).isEqualTo(MICRO_TIME);
      assertThat(oneFrame(PcapBuilder.pcap(order, PcapBuilder.IXIA_SOFTWARE)))
          .isEqualTo(MICRO_TIME);
      assertThat(oneFrame(PcapBuilder.pcap(order, PcapBuilder.IXIA_HARDWARE))).isEqualTo(TIME);
    }
  }

  private static long oneFrame(PcapBuilder builder) throws IOException {
    byte[] file = builder.frame(TIME, new byte[] {7}).frame(TIME, new byte[] {8}).build();
    List<Frames.Frame> frames = Frames.of(file);
    assertThat(frames).extracting(Frames.Frame::bytes).containsExactly("07", "08");
    return frames.getFirst().timestamp();
  }

  @Test
  void tellsNokiasRecordsByTheirShape() throws IOException {
    PcapBuilder builder = PcapBuilder.pcap();
    for (int i = 0; i < 6; i++) {
      builder.record(TIME, 60, 60, new byte[4]).raw(new byte[60]);
    }
    assertThat(Frames.of(builder.build()))
        .hasSize(6)
        .allMatch(frame -> frame.bytes().length() == 120);
  }

  @Test
  void leavesFlagsOutOfTheLinkType() throws IOException {
    byte[] file = PcapBuilder.pcap().linkType(0x24000001).frame(TIME, new byte[] {1}).build();
    assertThat(Frames.of(file)).extracting(Frames.Frame::linkType).containsExactly(1);
  }

  @Test
  void takesRawIpUnderItsOldNumbers() throws IOException {
    for (int old : new int[] {12, 14}) {
      byte[] file = PcapBuilder.pcap().linkType(old).frame(TIME, new byte[] {69}).build();
      assertThat(Frames.of(file)).extracting(Frames.Frame::linkType).containsExactly(LinkType.RAW);
    }
  }

  @Test
  void toleratesLiesAboutSnapAndOriginalLength() throws IOException {
    byte[] file =
        PcapBuilder.pcap()
            .snapLength(1)
            .frame(TIME, 2, new byte[] {1, 2, 3})
            .frame(TIME, -1, new byte[] {4})
            .build();
    assertThat(Frames.of(file))
        .extracting(Frames.Frame::originalLength)
        .containsExactly(2, Integer.MAX_VALUE);
  }

  @Test
  void readsFramesLargerThanAWindow() throws IOException {
    byte[] large = new byte[20_000];
    Arrays.fill(large, (byte) 0xab);
    byte[] file = PcapBuilder.pcap().frame(TIME, large).frame(TIME, large).build();
    assertThat(Frames.of(file))
        .extracting(Frames.Frame::bytes)
        .containsExactly("ab".repeat(20_000), "ab".repeat(20_000));
  }

  @Test
  void keepsSecondsBeyond2038() throws IOException {
    long late = 4_000_000_000L * 1_000_000_000L;
    byte[] file = PcapBuilder.pcap().frame(late, new byte[] {1}).build();
    assertThat(Frames.of(file)).extracting(Frames.Frame::timestamp).containsExactly(late);
  }

  @Test
  void refusesAnAbsurdLengthWithItsPlace() {
    byte[] file =
        PcapBuilder.pcap()
            .frame(TIME, new byte[] {1, 2})
            .record(TIME, 0x7fffffff, 9, new byte[9])
            .build();
    assertThatThrownBy(() -> Frames.of(file))
        .isInstanceOfSatisfying(
            MalformedCaptureException.class, e -> assertThat(e.offset()).isEqualTo(24 + 18))
        .hasMessageContaining("frame 2 states 2147483647 captured bytes; 0 to 524288 can be");
  }

  @Test
  void readsOnBehindCorruptBytesWhenLenient() throws IOException {
    PcapBuilder builder = PcapBuilder.pcap().frame(TIME, new byte[60]);
    builder.record(TIME, -2, 9, new byte[13]);
    for (int i = 0; i < 5; i++) {
      builder.frame(TIME + i * 1000L, new byte[60]);
    }
    ReadOptions lenient = ReadOptions.DEFAULT.asLenient().withBuffers(4096);
    assertThat(Frames.of(builder.build(), lenient)).hasSize(6);
    try (CaptureFile capture = Frames.stream(builder.build(), lenient)) {
      Frames.count(capture);
      assertThat(capture.notices())
          .extracting(Notice::text)
          .anyMatch(text -> text.contains("skipped: 29 in 1 places"));
    }
  }

  @Test
  void deliversWhatLiesBeforeACutRecordAndSaysSo() throws IOException {
    byte[] whole = PcapBuilder.pcap().frame(TIME, new byte[10]).frame(TIME, new byte[10]).build();
    byte[] cut = Arrays.copyOf(whole, whole.length - 3);
    try (CaptureFile capture = Frames.stream(cut, ReadOptions.DEFAULT)) {
      assertThat(Frames.count(capture)).isEqualTo(1);
      assertThat(capture.next(new Packet())).isFalse();
      assertThat(capture.notices())
          .containsExactly(
              new Notice(
                  "stream",
                  50,
                  "the last record is cut short: 23 bytes behind frame 1 were not read"));
    }
  }

  @Test
  void refusesAFileHeaderCutShort() {
    byte[] cut = Arrays.copyOf(PcapBuilder.pcap().build(), 23);
    assertThatThrownBy(() -> Frames.of(cut))
        .isInstanceOf(MalformedCaptureException.class)
        .hasMessageContaining("header of 24 bytes is cut short");
  }

  @Test
  void statesFormatAndFrames() throws IOException {
    byte[] file =
        PcapBuilder.pcap(ByteOrder.BIG_ENDIAN, PcapBuilder.NANOSECONDS)
            .linkType(101)
            .frame(TIME + 5, new byte[1])
            .frame(TIME, new byte[1])
            .build();
    try (CaptureFile capture = Frames.stream(file, ReadOptions.DEFAULT)) {
      Frames.count(capture);
      CaptureInfo info = capture.captures().getFirst();
      assertThat(info.format()).isEqualTo("pcap, big endian, nanoseconds");
      assertThat(info.size()).isEqualTo(file.length);
      assertThat(info.earliest()).isEqualTo(TIME);
      assertThat(info.latest()).isEqualTo(TIME + 5);
      assertThat(info.framesByLinkType()).containsExactly(java.util.Map.entry(101, 2L));
    }
  }
}
