package io.aegispcap.capture.file;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.luben.zstd.Zstd;
import io.aegispcap.capture.packet.Packet;
import io.aegispcap.capture.packet.Window;
import io.aegispcap.testkit.capture.PcapBuilder;
import io.aegispcap.testkit.capture.PcapngBuilder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CapturesTests {
  private static final long TIME = 1_700_000_000_000_000_000L;

  @TempDir Path directory;

  private static byte[] pcap(int frames) {
    PcapBuilder builder = PcapBuilder.pcap();
    for (int i = 0; i < frames; i++) {
      builder.frame(TIME + i * 1000L, new byte[] {(byte) i, (byte) (i >> 8)});
    }
    return builder.build();
  }

  private static byte[] gzip(byte[]... members) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] member : members) {
      try (OutputStream gzip = new GZIPOutputStream(out)) {
        gzip.write(member);
      }
    }
    return out.toByteArray();
  }

  private static List<Frames.Frame> read(byte[] bytes) throws IOException {
    return Frames.of(bytes);
  }

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(directory.resolve(name), bytes);
  }

  @Test
  void readsGzipAndZstdWhateverTheirName() throws IOException {
    byte[] plain = pcap(3000);
    List<Frames.Frame> expected = read(plain);
    assertThat(read(gzip(plain))).isEqualTo(expected);
    assertThat(read(Zstd.compress(plain))).isEqualTo(expected);
    assertThat(read(gzip(Zstd.compress(plain)))).isEqualTo(expected);
  }

  @Test
  void readsGzipOfSeveralMembersAndZstdOfSeveralFrames() throws IOException {
    byte[] plain = pcap(100);
    byte[] first = Arrays.copyOf(plain, 777);
    byte[] second = Arrays.copyOfRange(plain, 777, plain.length);
    assertThat(read(gzip(first, second))).isEqualTo(read(plain));
    ByteArrayOutputStream zstd = new ByteArrayOutputStream();
    zstd.write(Zstd.compress(first));
    zstd.write(Zstd.compress(second));
    assertThat(read(zstd.toByteArray())).isEqualTo(read(plain));
  }

  @Test
  void saysThatCompressedDataIsCut() throws IOException {
    byte[] plain = pcap(60_000);
    for (byte[] compressed : List.of(gzip(plain), Zstd.compress(plain))) {
      byte[] cut = Arrays.copyOf(compressed, compressed.length - 20);
      try (CaptureFile capture = Frames.stream(cut, ReadOptions.DEFAULT)) {
        Frames.count(capture);
        assertThat(capture.notices())
            .extracting(Notice::text)
            .anyMatch(text -> text.contains("data is cut short"));
      }
    }
  }

  @Test
  void refusesCompressedNothing() throws IOException {
    byte[] cut = Arrays.copyOf(Zstd.compress(pcap(3)), 20);
    assertThatThrownBy(() -> read(cut)).hasMessageContaining("nothing comes out of the zstd data");
  }

  @Test
  void refusesDamagedCompression() throws IOException {
    byte[] gzip = gzip(pcap(3000));
    gzip[gzip.length - 6] ^= 1;
    assertThatThrownBy(() -> read(gzip))
        .isInstanceOf(MalformedCaptureException.class)
        .hasMessageContaining("checksum of the compressed data is wrong");
    byte[] zstd = Zstd.compress(pcap(3000));
    zstd[6] ^= 0x7f;
    assertThatThrownBy(() -> read(zstd)).isInstanceOf(MalformedCaptureException.class);
  }

  @Test
  void refusesThreeLayersOfCompression() {
    assertThatThrownBy(() -> read(gzip(gzip(gzip(pcap(1))))))
        .isInstanceOf(MalformedCaptureException.class)
        .hasMessageContaining("compressed more than twice");
  }

  @Test
  void refusesABombUnlessLenient() throws IOException {
    byte[] bomb =
        gzip(
            PcapngBuilder.pcapng()
                .section(ByteOrder.LITTLE_ENDIAN)
                .block(77, new byte[4 << 20])
                .build());
    ReadOptions strict = ReadOptions.DEFAULT.withExpansion(100, 1 << 20);
    assertThatThrownBy(() -> Frames.all(Frames.stream(bomb, strict)))
        .isInstanceOf(MalformedCaptureException.class)
        .hasMessageContaining("decompression bomb");
    try (CaptureFile capture = Frames.stream(bomb, strict.asLenient())) {
      assertThat(Frames.count(capture)).isZero();
      assertThat(capture.notices()).hasSize(1);
    }
  }

  @Test
  void statesWhatACaptureIsWrappedIn() throws IOException {
    byte[] file = gzip(Zstd.compress(pcap(2)));
    try (CaptureFile capture = Captures.open(file("x", file), ReadOptions.DEFAULT)) {
      Frames.count(capture);
      CaptureInfo info = capture.captures().getFirst();
      assertThat(info.format()).isEqualTo("pcap in zstd in gzip");
      assertThat(info.size()).isEqualTo(file.length);
      assertThat(capture.bytesRead()).isEqualTo(file.length);
    }
  }

  @Test
  void tellsHowMuchHasBeenRead() throws IOException {
    byte[] bytes = pcap(5000);
    List<String> twice = List.of(file("x", bytes).toString(), file("y", bytes).toString());
    try (CaptureFile capture = Captures.open(twice, channel(bytes), ReadOptions.DEFAULT)) {
      assertThat(capture.bytesRead()).isEqualTo(48);
      Frames.count(capture);
      assertThat(capture.bytesRead()).isEqualTo(2L * bytes.length);
    }
  }

  @Test
  void explainsWhatIsNoCapture() {
    refuses(new byte[0], "the file is empty");
    refuses("src dst bytes\n".getBytes(US_ASCII), "this is a text file");
    refuses(new byte[] {1, 2}, "has only 2 bytes");
    refuses(new byte[] {1, 2, 3, 4, 5}, "first bytes 01020304");
    refuses("snoop\0\0\0\0\0\0\2".getBytes(US_ASCII), "convert it with 'editcap -F pcapng'");
    refuses(new byte[] {(byte) 0xfd, '7', 'z', 'X', 'Z', 0}, "decompress it with 'xz -d'");
  }

  private void refuses(byte[] bytes, String reason) {
    assertThatThrownBy(() -> read(bytes))
        .isInstanceOf(MalformedCaptureException.class)
        .hasMessageContaining("at byte 0: ")
        .hasMessageContaining(reason);
  }

  @Test
  void explainsWhatCannotBeOpened() throws IOException {
    assertThatThrownBy(() -> Captures.open(directory, ReadOptions.DEFAULT))
        .hasMessage(directory + ": is a directory: name the captures in it");
    Path missing = directory.resolve("missing");
    assertThatThrownBy(() -> Captures.open(missing, ReadOptions.DEFAULT))
        .hasMessage(missing + ": there is no such file");
  }

  @Test
  void mergesCapturesByTimeAndThenByTheirOrder() throws IOException {
    Path a = file("a", PcapBuilder.pcap().frame(1000, one()).frame(5000, one()).build());
    Path b = file("b", PcapBuilder.pcap().frame(1000, one()).frame(3000, one()).build());
    byte[] c = PcapBuilder.pcap().frame(4000, one()).build();
    List<String> names = List.of(b.toString(), a.toString(), "-");
    StringBuilder order = new StringBuilder();
    try (CaptureFile all = Captures.open(names, channel(c), ReadOptions.DEFAULT)) {
      Packet packet = new Packet();
      while (all.next(packet)) {
        order.append(packet.capture()).append('.').append(packet.number()).append(' ');
      }
      assertThat(all.next(packet)).isFalse();
      assertThat(all.captures())
          .extracting(CaptureInfo::name)
          .containsExactly(b.toString(), a.toString(), "standard input");
    }
    assertThat(order.toString()).isEqualTo("0.1 1.1 0.2 2.1 1.2 ");
  }

  @Test
  void sharesItsBuffersAmongManyCaptures() {
    ReadOptions usual = ReadOptions.DEFAULT;
    assertThat(Captures.shared(usual, 1)).isEqualTo(usual);
    assertThat(Captures.shared(usual, 32)).isEqualTo(usual);
    assertThat(Captures.shared(usual, 1024).bufferBytes()).isEqualTo(32_768);
    assertThat(Captures.shared(usual, 65_536).bufferBytes()).isEqualTo(4096);
    assertThat(Captures.shared(usual.withBuffers(8192), 100).bufferBytes()).isEqualTo(8192);
  }

  /// A frame that is longer than a capture's share of the buffers is read whole.
  @Test
  void mergesHundredsOfCapturesWithLongFrames() throws IOException {
    int captures = 600;
    int length = 100_000;
    byte[] bytes =
        PcapBuilder.pcap().frame(TIME, new byte[3]).frame(TIME + 1, new byte[length]).build();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < captures; i++) {
      names.add(file("long" + i, bytes).toString());
    }
    long read = 0;
    Packet packet = new Packet();
    try (CaptureFile all =
        Captures.open(
            names,
            Channels.newChannel(new ByteArrayInputStream(new byte[0])),
            ReadOptions.DEFAULT)) {
      while (all.next(packet)) {
        read += packet.capturedLength();
      }
    }
    assertThat(read).isEqualTo(captures * (3L + length));
  }

  @Test
  void refusesToReadStandardInputTwice() {
    assertThatThrownBy(
            () -> Captures.open(List.of("-", "-"), channel(pcap(1)), ReadOptions.DEFAULT))
        .hasMessageContaining("only once");
  }

  private static byte[] one() {
    return new byte[] {1};
  }

  private static ReadableByteChannel channel(byte[] bytes) {
    return Channels.newChannel(new ByteArrayInputStream(bytes));
  }

  @Test
  void keepsRetainedWindowsReadableWhileReadingOn() throws IOException {
    byte[] bytes = pcap(5000);
    ReadOptions small = ReadOptions.DEFAULT.withBuffers(4096);
    Path file = file("x", bytes);
    Packet packet = new Packet();
    Window retained;
    int offset;
    try (CaptureFile capture = Captures.open(file, small)) {
      capture.next(packet);
      capture.next(packet);
      retained = packet.window();
      retained.retain();
      offset = packet.offset();
      Frames.count(capture);
    }
    assertThat(retained.bytes()[offset]).isEqualTo((byte) 1);
    retained.release();
  }

  @Test
  void readsNamedPipes() throws Exception {
    Path pipe = directory.resolve("pipe");
    assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "no mkfifo");
    Thread writer = Thread.ofVirtual().unstarted(() -> write(pipe, pcap(2000)));
    writer.start();
    assertThat(Frames.all(Captures.open(pipe, ReadOptions.DEFAULT))).hasSize(2000);
    writer.join();
  }

  private static void write(Path pipe, byte[] bytes) {
    try (OutputStream out = Files.newOutputStream(pipe)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void takesAnEndlessStreamInConstantMemory() throws IOException {
    byte[] record = Arrays.copyOfRange(pcap(1), 24, 42);
    InputStream endless =
        new java.io.SequenceInputStream(new ByteArrayInputStream(pcap(0)), new Repeated(record));
    try (CaptureFile capture =
        Captures.open("endless", Channels.newChannel(endless), ReadOptions.DEFAULT)) {
      Packet packet = new Packet();
      for (int i = 0; i < 2_000_000; i++) {
        assertThat(capture.next(packet)).isTrue();
      }
      assertThat(packet.number()).isEqualTo(2_000_000);
    }
  }

  /// The same bytes again and again.
  private static final class Repeated extends InputStream {
    private final byte[] bytes;
    private int at;

    Repeated(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() {
      int value = bytes[at] & 0xff;
      at = (at + 1) % bytes.length;
      return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      int count = Math.min(length, bytes.length - at);
      System.arraycopy(bytes, at, target, offset, count);
      at = (at + count) % bytes.length;
      return count;
    }
  }
}
