package io.aegispcap.capture.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aegispcap.capture.Tshark;
import io.aegispcap.capture.packet.Packet;
import io.aegispcap.testkit.capture.PcapBuilder;
import io.aegispcap.testkit.capture.PcapngBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptureWriterTests {
  private static final long TIME = 1_700_000_000_123_456_789L;
  private static final byte[] FRAME = {1, 2, 3, 4, 5};

  @TempDir Path directory;

  private static byte[] twoLinkTypes() {
    PcapngBuilder source = PcapngBuilder.pcapng().section(ByteOrder.BIG_ENDIAN);
    return source
        .describe(1, 0, source.resolution(9))
        .describe(101, 0, source.resolution(9))
        .secrets(0x544c534b, FRAME)
        .packet(0, TIME, 1500, FRAME)
        .packet(1, TIME + 1, FRAME)
        .packet(0, TIME + 2, FRAME)
        .build();
  }

  /// Interfaces of different names and resolutions, in two sections, and comments.
  private static byte[] annotated() {
    PcapngBuilder source = PcapngBuilder.pcapng().section(ByteOrder.BIG_ENDIAN);
    source
        .describe(1, 0, source.name("eth0"), source.description("to the Internet"))
        .describe(1, 0, source.name("eth1"), source.resolution(9))
        .packet(0, TIME / 1000, 5, FRAME, source.comment("first"), source.comment("é second"))
        .packet(1, TIME, 5, FRAME, source.option(2, new byte[4]));
    source.section(ByteOrder.LITTLE_ENDIAN);
    return source
        .describe(1, 0, source.name("eth0"), source.resolution(3))
        .simplePacket(5, FRAME)
        .obsoletePacket(0, TIME / 1_000_000, FRAME)
        .packet(0, TIME / 1_000_000, 5, FRAME, source.comment("third"))
        .build();
  }

  /// What a capture says of its frames beside their bytes.
  private static List<FrameContext> contexts(CaptureFile opened) throws IOException {
    List<FrameContext> contexts = new ArrayList<>();
    try (CaptureFile capture = opened) {
      Packet packet = new Packet();
      while (capture.next(packet)) {
        contexts.add(capture.context());
      }
    }
    return contexts;
  }

  private static void copy(byte[] from, CaptureWriter writer) throws IOException {
    try (writer;
        CaptureFile capture = Frames.stream(from, ReadOptions.DEFAULT)) {
      Packet packet = new Packet();
      boolean more = capture.next(packet);
      for (DecryptionSecrets secrets : capture.decryptionSecrets()) {
        writer.write(secrets);
      }
      while (more) {
        writer.write(packet, capture.context());
        more = capture.next(packet);
      }
      writer.finish();
    }
  }

  @Test
  void keepsTimesLengthsLinkTypesAndKeys() throws IOException {
    Path copy = directory.resolve("copy.pcapng");
    copy(twoLinkTypes(), CaptureWriter.pcapng(copy));
    assertThat(Frames.of(Files.readAllBytes(copy))).isEqualTo(Frames.of(twoLinkTypes()));
    try (CaptureFile capture = Captures.open(copy, ReadOptions.DEFAULT)) {
      Frames.count(capture);
      assertThat(capture.decryptionSecrets())
          .containsExactly(new DecryptionSecrets(0x544c534b, FRAME));
    }
  }

  @Test
  void keepsInterfacesAndComments() throws IOException {
    Path copy = directory.resolve("copy.pcapng");
    copy(annotated(), CaptureWriter.pcapng(copy));
    List<FrameContext> contexts = contexts(Captures.open(copy, ReadOptions.DEFAULT));
    assertThat(contexts).isEqualTo(contexts(Frames.stream(annotated(), ReadOptions.DEFAULT)));
    assertThat(contexts)
        .extracting(FrameContext::comments)
        .containsExactly(
            List.of("first", "é second"), List.of(), List.of(), List.of(), List.of("third"));
    assertThat(contexts)
        .extracting(FrameContext::source)
        .startsWith(
            new FrameContext.Source(0, "eth0", "to the Internet", 6),
            new FrameContext.Source(1, "eth1", "", 9),
            new FrameContext.Source(2, "eth0", "", 3));
    assertThat(Frames.of(Files.readAllBytes(copy)))
        .extracting(Frames.Frame::timestamp)
        .startsWith(TIME / 1000 * 1000, TIME);
  }

  @Test
  void writesNanosecondsForResolutionsThatAreNotRead() throws IOException {
    PcapngBuilder source = PcapngBuilder.pcapng().section(ByteOrder.LITTLE_ENDIAN);
    source.describe(1, 0, source.resolution(12)).describe(1, 0, source.resolution(0x8a));
    byte[] fine = source.packet(0, TIME, FRAME).packet(1, 1024 * 3 + 512, FRAME).build();
    Path copy = directory.resolve("copy.pcapng");
    copy(fine, CaptureWriter.pcapng(copy));
    assertThat(Frames.of(Files.readAllBytes(copy))).isEqualTo(Frames.of(fine));
    assertThat(contexts(Captures.open(copy, ReadOptions.DEFAULT)))
        .extracting(context -> context.source().resolution())
        .containsExactly(9, 9);
  }

  @Test
  void cutsCommentsThatGrowTooLong() throws IOException {
    PcapngBuilder source = PcapngBuilder.pcapng().section(ByteOrder.LITTLE_ENDIAN).describe(1);
    byte[] noText = new byte[65_535];
    Arrays.fill(noText, (byte) 0xff);
    byte[] file = source.packet(0, TIME, 5, FRAME, source.option(1, noText)).build();
    Path copy = directory.resolve("copy.pcapng");
    copy(file, CaptureWriter.pcapng(copy));
    assertThat(contexts(Captures.open(copy, ReadOptions.DEFAULT)).getFirst().comments())
        .containsExactly("\ufffd".repeat(21_845));
  }

  @Test
  void keepsTheInterfacesOfMergedCapturesApart() throws IOException {
    Path first = Files.write(directory.resolve("a"), annotated());
    Path second =
        Files.write(directory.resolve("b"), PcapBuilder.pcap().frame(TIME, FRAME).build());
    Path merged = directory.resolve("merged.pcapng");
    try (CaptureWriter writer = CaptureWriter.pcapng(merged);
        CaptureFile all =
            Captures.open(
                List.of(first.toString(), second.toString()),
                Channels.newChannel(InputStream.nullInputStream()),
                ReadOptions.DEFAULT)) {
      Packet packet = new Packet();
      while (all.next(packet)) {
        writer.write(packet, all.context());
      }
      writer.finish();
    }
    assertThat(contexts(Captures.open(merged, ReadOptions.DEFAULT)))
        .extracting(context -> context.source().name())
        .containsExactly("eth0", "", "eth1", "eth0", "eth0", "eth0");
  }

  @Test
  void writesPcapWithNanoseconds() throws IOException {
    byte[] source =
        PcapBuilder.pcap(ByteOrder.BIG_ENDIAN, PcapBuilder.NANOSECONDS)
            .linkType(113)
            .frame(TIME, 99, FRAME)
            .build();
    Path copy = directory.resolve("copy.pcap");
    copy(source, CaptureWriter.pcap(copy));
    assertThat(Frames.of(Files.readAllBytes(copy))).isEqualTo(Frames.of(source));
  }

  @Test
  void refusesASecondLinkTypeInPcap() {
    Path copy = directory.resolve("copy.pcap");
    assertThatThrownBy(() -> copy(twoLinkTypes(), CaptureWriter.pcap(copy)))
        .hasMessageContaining("these frames have ETHERNET and RAW: write pcapng");
    assertThat(copy).doesNotExist();
  }

  @Test
  void leavesNothingBehindUnlessFinished() throws IOException {
    Path file = Files.writeString(directory.resolve("old"), "old");
    try (CaptureWriter writer = CaptureWriter.pcapng(file)) {
      writer.write(new DecryptionSecrets(1, new byte[200_000]));
    }
    assertThat(file).hasContent("old");
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void saysWhereTheDiskIsFull() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "there is no /dev/full");
    try (CaptureWriter writer = CaptureWriter.pcapng(full)) {
      assertThatThrownBy(writer::finish).hasMessageStartingWith("/dev/full: cannot be written: ");
    }
  }

  @Test
  void writesWhatTcpdumpAndTsharkOpen() throws Exception {
    Tshark.assumeInstalled();
    assumeTrue(Files.exists(Path.of("/usr/bin/tcpdump")), "tcpdump is not installed");
    Path ng = directory.resolve("copy.pcapng");
    copy(twoLinkTypes(), CaptureWriter.pcapng(ng));
    assertThat(Tshark.over(ng).rows("frame.len"))
        .containsExactly(List.of("1500"), List.of("5"), List.of("5"));
    Path annotated = directory.resolve("annotated.pcapng");
    copy(annotated(), CaptureWriter.pcapng(annotated));
    assertThat(
            Tshark.over(annotated)
                .rows(
                    "frame.interface_name",
                    "frame.interface_description",
                    "frame.comment",
                    "frame.time_epoch"))
        .containsExactly(
            List.of("eth0", "to the Internet", "first,é second", "1700000000.123456000"),
            List.of("eth1", "", "", "1700000000.123456789"),
            List.of("eth0", "", "", "1700000000.123000000"),
            List.of("eth0", "", "", "1700000000.123000000"),
            List.of("eth0", "", "third", "1700000000.123000000"));
    Path plain = directory.resolve("copy.pcap");
    copy(PcapBuilder.pcap().frame(TIME, FRAME).build(), CaptureWriter.pcap(plain));
    assertThat(output("/usr/bin/tcpdump -nr", plain)).hasSize(1);
    Path empty = directory.resolve("empty.pcapng");
    copy(PcapBuilder.pcap().build(), CaptureWriter.pcapng(empty));
    assertThat(output("/usr/bin/tcpdump -nr", empty)).isEmpty();
  }

  private static List<String> output(String program, Path capture) throws Exception {
    List<String> command = new ArrayList<>(List.of(program.split(" ")));
    command.add(capture.toString());
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return text.lines().toList();
  }
}
