package io.aegispcap.capture.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aegispcap.capture.packet.Packet;
import io.aegispcap.testkit.capture.PcapBuilder;
import io.aegispcap.testkit.capture.PcapngBuilder;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

  private static void copy(byte[] from, CaptureWriter writer) throws IOException {
    try (writer;
        CaptureFile capture = Frames.stream(from, ReadOptions.DEFAULT)) {
      Packet packet = new Packet();
      boolean more = capture.next(packet);
      for (DecryptionSecrets secrets : capture.decryptionSecrets()) {
        writer.write(secrets);
      }
      while (more) {
        writer.write(packet);
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
    assumeTrue(Files.exists(Path.of("/usr/bin/tshark")), "tshark is not installed");
    assumeTrue(Files.exists(Path.of("/usr/bin/tcpdump")), "tcpdump is not installed");
    Path ng = directory.resolve("copy.pcapng");
    copy(twoLinkTypes(), CaptureWriter.pcapng(ng));
    assertThat(output("/usr/bin/tshark", "-r", ng.toString(), "-T", "fields", "-e", "frame.len"))
        .containsExactly("1500", "5", "5");
    Path plain = directory.resolve("copy.pcap");
    copy(PcapBuilder.pcap().frame(TIME, FRAME).build(), CaptureWriter.pcap(plain));
    assertThat(output("/usr/bin/tcpdump", "-nr", plain.toString())).hasSize(1);
    Path empty = directory.resolve("empty.pcapng");
    copy(PcapBuilder.pcap().build(), CaptureWriter.pcapng(empty));
    assertThat(output("/usr/bin/tcpdump", "-nr", empty.toString())).isEmpty();
  }

  private static List<String> output(String... command) throws Exception {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return text.lines().toList();
  }
}
