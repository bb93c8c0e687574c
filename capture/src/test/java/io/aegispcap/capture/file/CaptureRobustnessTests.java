package io.aegispcap.capture.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.longs;

import com.github.luben.zstd.Zstd;
import io.aegispcap.capture.packet.Packet;
import io.aegispcap.testkit.capture.PcapBuilder;
import io.aegispcap.testkit.capture.PcapngBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class CaptureRobustnessTests {
  private static final long TIME = 1_700_000_000_123_456_000L;
  private static final ReadOptions SMALL = ReadOptions.DEFAULT.withBuffers(4096);

  private static List<byte[]> captures() throws IOException {
    List<byte[]> captures = new ArrayList<>();
    for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
      captures.add(pcap(order, PcapBuilder.MICROSECONDS));
      captures.add(pcap(order, PcapBuilder.MODIFIED));
      captures.add(pcap(order, PcapBuilder.IXIA_HARDWARE));
      captures.add(frames(PcapBuilder.pcap(order, PcapBuilder.MICROSECONDS).aix(15)));
      captures.add(frames(PcapBuilder.pcap(order, PcapBuilder.MICROSECONDS).version(2, 3)));
      captures.add(pcapng(order));
    }
    captures.add(gzip(captures.getFirst()));
    captures.add(Zstd.compress(pcapng(ByteOrder.LITTLE_ENDIAN)));
    return captures;
  }

  private static byte[] pcap(ByteOrder order, int magic) {
    return frames(PcapBuilder.pcap(order, magic));
  }

  private static byte[] frames(PcapBuilder builder) {
    for (int i = 0; i < 4; i++) {
      builder.frame(TIME + i, new byte[] {(byte) i, 2, 3, 4, 5, 6, 7});
    }
    return builder.build();
  }

  private static byte[] pcapng(ByteOrder order) {
    PcapngBuilder builder = PcapngBuilder.pcapng().section(order);
    byte[] description = builder.description("uplink");
    builder.describe(1, 0, builder.resolution(9), builder.name("eth0"), description).describe(101);
    return builder
        .packet(0, TIME, 3, new byte[] {1, 2, 3}, builder.comment("odd"))
        .secrets(5, new byte[] {1, 2, 3})
        .names()
        .packet(1, TIME, new byte[] {4, 5})
        .simplePacket(3, new byte[] {6, 7, 8})
        .obsoletePacket(1, TIME, new byte[] {9})
        .statistics(0)
        .build();
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  @Test
  void deliversAPrefixOfTheFramesWhereverACaptureIsCut() throws IOException {
    for (byte[] whole : captures()) {
      List<Frames.Frame> frames = Frames.of(whole);
      for (int length = 0; length < whole.length; length++) {
        List<Frames.Frame> before = framesOrRefusal(Arrays.copyOf(whole, length), SMALL);
        assertThat(before).isEqualTo(frames.subList(0, before.size()));
      }
    }
  }

  private static List<Frames.Frame> framesOrRefusal(byte[] bytes, ReadOptions options)
      throws IOException {
    try {
      return Frames.of(bytes, options);
    } catch (MalformedCaptureException e) {
      assertThat(e.offset()).isBetween(0L, (long) Integer.MAX_VALUE);
      assertThat(e.reason()).isNotBlank();
      return List.of();
    }
  }

  @Test
  void readsOrRefusesMutatedCaptures() throws IOException {
    List<byte[]> captures = captures();
    qt().withExamples(1500)
        .forAll(integers().between(0, captures.size() - 1), longs().all(), integers().between(1, 8))
        .checkAssert(
            (index, seed, changes) -> readMutated(captures.get(index), new Random(seed), changes));
  }

  private static void readMutated(byte[] capture, Random random, int changes) {
    byte[] mutated = capture.clone();
    for (int i = 0; i < changes; i++) {
      mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
    }
    for (ReadOptions options : List.of(SMALL, SMALL.asLenient())) {
      try (CaptureFile file = Frames.stream(mutated, options)) {
        while (file.next(new Packet())) {
          file.context();
        }
      } catch (MalformedCaptureException e) {
        assertThat(e.reason()).isNotBlank();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Test
  void readsBackWhatTheBuildersWrote() {
    qt().withExamples(300)
        .forAll(
            lists().of(integers().between(0, 3000)).ofSizeBetween(0, 40),
            longs().between(0, 4_000_000_000_000_000L),
            longs().all())
        .checkAssert(CaptureRobustnessTests::readsBack);
  }

  private static void readsBack(List<Integer> lengths, long micros, long seed) {
    Random random = new Random(seed);
    ByteOrder order = random.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    PcapBuilder pcap = PcapBuilder.pcap(order, PcapBuilder.MICROSECONDS);
    PcapngBuilder pcapng = PcapngBuilder.pcapng().section(order).describe(1);
    List<Frames.Frame> expected = new ArrayList<>();
    for (int length : lengths) {
      byte[] frame = new byte[length];
      random.nextBytes(frame);
      long time = micros + random.nextInt(1_000_000);
      pcap.frame(time * 1000, length + 1, frame);
      pcapng.packet(0, time, length + 1, frame);
      String hex = java.util.HexFormat.of().formatHex(frame);
      expected.add(new Frames.Frame(expected.size() + 1, time * 1000, 1, length + 1, hex));
    }
    try {
      assertThat(Frames.of(pcap.build())).isEqualTo(expected);
      assertThat(Frames.of(pcapng.build())).isEqualTo(expected);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
