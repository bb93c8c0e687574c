package io.aegispcap.capture.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aegispcap.testkit.capture.PcapngBuilder;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PcapngReaderTests {
  private static final long MICROS = 1_700_000_000_123_456L;
  private static final long TIME = MICROS * 1000;
  private static final byte[] FRAME = {1, 2, 3, 4, 5};
  private static final List<ByteOrder> ORDERS =
      List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN);
  private static final ReadOptions LENIENT = ReadOptions.DEFAULT.asLenient().withBuffers(4096);

  private static PcapngBuilder ethernet() {
    return PcapngBuilder.pcapng().section(ByteOrder.LITTLE_ENDIAN).describe(1);
  }

  @Test
  void readsAllKindsOfPacketBlocksInBothByteOrders() throws IOException {
    for (ByteOrder order : ORDERS) {
      byte[] file =
          PcapngBuilder.pcapng()
              .section(order)
              .describe(113)
              .packet(0, MICROS, 99, FRAME)
              .obsoletePacket(0, MICROS + 1, FRAME)
              .simplePacket(5, FRAME)
              .build();
      assertThat(Frames.of(file))
          .containsExactly(
              new Frames.Frame(1, TIME, 113, 99, "0102030405"),
              new Frames.Frame(2, TIME + 1000, 113, 5, "0102030405"),
              new Frames.Frame(3, TIME + 1000, 113, 5, "0102030405"));
    }
  }

  @Test
  void keepsTheInterfacesOfEachSectionApart() throws IOException {
    byte[] file =
        ethernet()
            .packet(0, MICROS, FRAME)
            .section(ByteOrder.BIG_ENDIAN, 100)
            .describe(101)
            .describe(276)
            .packet(1, MICROS, FRAME)
            .packet(0, MICROS, FRAME)
            .build();
    assertThat(Frames.of(file)).extracting(Frames.Frame::linkType).containsExactly(1, 276, 101);
    try (CaptureFile capture = Frames.stream(file, ReadOptions.DEFAULT)) {
      Frames.count(capture);
      CaptureInfo info = capture.captures().getFirst();
      assertThat(info.format()).isEqualTo("pcapng, both byte orders");
      assertThat(info.interfaces())
          .extracting(CaptureInfo.Interface::section)
          .containsExactly(0, 1, 1);
    }
  }

  @Test
  void takesResolutionOffsetAndNameOfEachInterface() throws IOException {
    for (ByteOrder order : ORDERS) {
      PcapngBuilder builder = PcapngBuilder.pcapng().section(order);
      builder.describe(1, 0, builder.name("eth0"), builder.resolution(9), builder.offset(-10));
      builder.describe(1, 0, builder.option(1, FRAME), builder.resolution(0x8a));
      byte[] file = builder.packet(0, TIME + 7, FRAME).packet(1, 1024 * 3 + 512, FRAME).build();
      assertThat(Frames.of(file))
          .extracting(Frames.Frame::timestamp)
          .containsExactly(TIME + 7 - 10_000_000_000L, 3_500_000_000L);
      try (CaptureFile capture = Frames.stream(file, ReadOptions.DEFAULT)) {
        Frames.count(capture);
        assertThat(capture.captures().getFirst().interfaces().getFirst().name()).isEqualTo("eth0");
      }
    }
  }

  @Test
  void cutsSimplePacketsAtTheSnapLength() throws IOException {
    byte[] file =
        PcapngBuilder.pcapng()
            .section(ByteOrder.LITTLE_ENDIAN)
            .describe(1, 3)
            .simplePacket(500, new byte[] {1, 2, 3})
            .build();
    assertThat(Frames.of(file)).containsExactly(new Frames.Frame(1, 0, 1, 500, "010203"));
  }

  @Test
  void passesOverWhatIsNoPacket() throws IOException {
    byte[] file =
        ethernet()
            .names()
            .statistics(0)
            .block(PcapngBuilder.CUSTOM, new byte[8])
            .block(PcapngBuilder.CUSTOM_NOT_COPIED, new byte[8])
            .block(PcapngBuilder.JOURNAL, new byte[100_000])
            .block(0x7fff_1234, new byte[0])
            .packet(0, MICROS, FRAME)
            .build();
    assertThat(Frames.of(file)).hasSize(1);
  }

  @Test
  void keepsDecryptionSecrets() throws IOException {
    byte[] file = ethernet().secrets(0x544c534b, FRAME).packet(0, MICROS, FRAME).build();
    try (CaptureFile capture = Frames.stream(file, ReadOptions.DEFAULT)) {
      Frames.count(capture);
      assertThat(capture.decryptionSecrets())
          .containsExactly(new DecryptionSecrets(0x544c534b, FRAME));
    }
  }

  @Test
  void refusesAPacketOfAnUndeclaredInterface() {
    byte[] file = ethernet().packet(1, MICROS, FRAME).build();
    assertThatThrownBy(() -> Frames.of(file))
        .isInstanceOfSatisfying(
            MalformedCaptureException.class, e -> assertThat(e.offset()).isEqualTo(28 + 20))
        .hasMessageContaining("interface 1, which is not declared");
  }

  @Test
  void refusesABlockThatDoesNotEndWithItsLength() {
    byte[] packet = new byte[20];
    for (int type : new int[] {1, 2, 3, 6, 10, 77}) {
      byte[] file = ethernet().block(type, 32, 36, packet).build();
      assertThatThrownBy(() -> Frames.of(file))
          .isInstanceOf(MalformedCaptureException.class)
          .hasMessageContaining("does not end with its length");
    }
  }

  @Test
  void refusesLengthsThatNoBlockHas() {
    for (int length : new int[] {0, 8, 13, -2}) {
      byte[] file = ethernet().block(6, length, length, new byte[20]).build();
      assertThatThrownBy(() -> Frames.of(file))
          .isInstanceOf(MalformedCaptureException.class)
          .hasMessageContaining("states a length of " + Integer.toUnsignedLong(length));
    }
  }

  @Test
  void refusesUnknownVersionsAndByteOrders() {
    byte[] version = ethernet().build();
    version[12] = 2;
    assertThatThrownBy(() -> Frames.of(version)).hasMessageContaining("version 2.0");
    byte[] order = ethernet().build();
    order[8] = 0;
    assertThatThrownBy(() -> Frames.of(order)).hasMessageContaining("names no byte order");
  }

  @Test
  void readsOnBehindACorruptBlockWhenLenient() throws IOException {
    byte[] file =
        ethernet()
            .packet(0, MICROS, FRAME)
            .raw(new byte[24])
            .packet(9, MICROS, FRAME)
            .packet(0, MICROS, FRAME)
            .build();
    assertThat(Frames.of(file, LENIENT)).hasSize(2);
    try (CaptureFile capture = Frames.stream(file, LENIENT)) {
      Frames.count(capture);
      assertThat(capture.notices())
          .extracting(Notice::text)
          .anyMatch(text -> text.contains("corrupt bytes were skipped"));
    }
  }

  @Test
  void deliversWhatLiesBeforeACutBlockAndSaysSo() throws IOException {
    byte[] whole = ethernet().packet(0, MICROS, FRAME).packet(0, MICROS, FRAME).build();
    byte[] cut = Arrays.copyOf(whole, whole.length - 1);
    assertThat(Frames.of(cut)).hasSize(1);
    try (CaptureFile capture = Frames.stream(cut, ReadOptions.DEFAULT)) {
      Frames.count(capture);
      assertThat(capture.notices())
          .extracting(Notice::text)
          .containsExactly("the last block is cut short: 39 bytes behind frame 1 were not read");
    }
  }
}
