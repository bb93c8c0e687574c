package io.aegispcap.analysis.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import io.aegispcap.analysis.Corpus;
import io.aegispcap.analysis.Trace;
import io.aegispcap.analysis.flow.Flow;
import io.aegispcap.analysis.flow.FlowObserver;
import io.aegispcap.analysis.flow.FlowOptions;
import io.aegispcap.analysis.report.CsvFlows;
import io.aegispcap.capture.file.CaptureFile;
import io.aegispcap.capture.file.Captures;
import io.aegispcap.capture.file.ReadOptions;
import io.aegispcap.capture.packet.DecodeOptions;
import io.aegispcap.capture.packet.LinkMessage;
import io.aegispcap.testkit.packet.Frames;
import io.aegispcap.testkit.packet.PacketBuilder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The same captures give the same bytes, however many threads there are and however they are read.
class SameOutputTests {
  private interface Opening {
    CaptureFile open() throws IOException;
  }

  private static ReadableByteChannel nothing() {
    return Channels.newChannel(new ByteArrayInputStream(new byte[0]));
  }

  private static String rows(Opening opening, int threads) {
    EngineOptions options =
        new EngineOptions(
            FlowOptions.defaults().withMaxFlows(2000), DecodeOptions.DEFAULT, threads);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CaptureFile file = opening.open()) {
      new Engine(options).write(new CsvFlows(), out).run(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static void sameForAnyThreads(Opening opening) {
    String one = rows(opening, 1);
    for (int threads = 2; threads <= 5; threads++) {
      assertThat(rows(opening, threads)).as(threads + " threads").isEqualTo(one);
    }
  }

  private static Trace generated(long seed) {
    Random random = new Random(seed);
    Trace trace = new Trace();
    double time = 0;
    int packets = random.nextInt(6000);
    for (int i = 0; i < packets; i++) {
      time += random.nextInt(100) == 0 ? 20 : random.nextDouble() / 100;
      String[] ends = {"10.0.0." + random.nextInt(20), "192.0.2." + random.nextInt(20)};
      int way = random.nextInt(2);
      PacketBuilder ip = Frames.ethernet().ipv4(ends[way], ends[1 - way]);
      int port = 1024 + random.nextInt(30);
      int[] ports = {port, 80};
      trace.packet(
          time,
          random.nextInt(3) == 0
              ? ip.udp(ports[way], ports[1 - way]).payloadOf(random.nextInt(40))
              : ip.tcp(ports[way], ports[1 - way])
                  .flags(1 << random.nextInt(5))
                  .seq(i)
                  .payloadOf(random.nextInt(40)));
    }
    return trace;
  }

  @Test
  void writesTheSameRowsWithAnyNumberOfThreads() {
    qt().withExamples(100)
        .forAll(longs().all())
        .checkAssert(
            seed -> {
              Trace trace = generated(seed);
              int threads = 2 + Math.floorMod(seed, 4);
              assertThat(rows(trace::open, threads)).isEqualTo(rows(trace::open, 1));
            });
  }

  @Test
  void writesTheSameRowsOfRealCaptures() throws IOException {
    for (Path capture : largest()) {
      sameForAnyThreads(() -> Captures.open(capture, ReadOptions.DEFAULT));
    }
  }

  @Test
  void writesTheSameRowsOfFilesStreamsAndSmallBuffers() throws IOException {
    for (Path capture : largest()) {
      String rows = rows(() -> Captures.open(capture, ReadOptions.DEFAULT), 2);
      ReadOptions small = ReadOptions.DEFAULT.withBuffers(8192);
      assertThat(rows(() -> Captures.open(capture, small), 2)).isEqualTo(rows);
      assertThat(
              rows(() -> Captures.open("-", Files.newByteChannel(capture), ReadOptions.DEFAULT), 2))
          .isEqualTo(rows);
    }
  }

  @Test
  void writesTheSameRowsOfSeveralCapturesMerged() throws IOException {
    List<String> names = largest().stream().map(Path::toString).toList();
    sameForAnyThreads(() -> Captures.open(names, nothing(), ReadOptions.DEFAULT));
  }

  /// Stations speak among many conversations: each observer hears them in the capture's order.
  @Test
  void tellsWhatStationsSayInTheSameOrderWithAnyNumberOfThreads() {
    Trace trace = generated(7);
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      int sender = random.nextInt(256);
      trace.packet(
          60 + i / 100.0,
          Frames.behind(
              HexFormat.of()
                  .parseHex(
                      "ffffffffffff0200000000ee0806000108000604000102000000%04xc0000201%012xc00002%02x"
                          .formatted(i, 0, sender))));
    }
    List<LinkMessage> one = linkMessages(trace, 1);
    assertThat(one)
        .hasSize(2_000)
        .isSortedAccordingTo(Comparator.comparingLong(LinkMessage::frameId));
    for (int threads = 2; threads <= 5; threads++) {
      assertThat(linkMessages(trace, threads)).isEqualTo(one);
    }
  }

  private static List<LinkMessage> linkMessages(Trace trace, int threads) {
    List<LinkMessage> heard = new ArrayList<>();
    FlowObserver observer =
        new FlowObserver() {
          @Override
          public void flow(Flow flow) {}

          @Override
          public void link(LinkMessage message) {
            heard.add(message);
          }
        };
    try (CaptureFile file = trace.open()) {
      new Engine(EngineOptions.defaults().withThreads(threads)).observe(observer).run(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return heard;
  }

  /// Six captures of some size.
  private static List<Path> largest() throws IOException {
    List<Path> some =
        Corpus.captures().stream().filter(file -> sizeBetween(file, 500_000, 3_000_000)).toList();
    return IntStream.range(0, 6).mapToObj(i -> some.get(i * (some.size() - 1) / 5)).toList();
  }

  private static boolean sizeBetween(Path file, long least, long most) {
    try {
      return Files.size(file) >= least && Files.size(file) <= most;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
