package io.aegispcap.bench.jmh;

import io.aegispcap.analysis.pipeline.Engine;
import io.aegispcap.analysis.pipeline.EngineOptions;
import io.aegispcap.analysis.pipeline.RowBuffer;
import io.aegispcap.analysis.report.CsvFlows;
import io.aegispcap.capture.file.CaptureFile;
import io.aegispcap.capture.file.Captures;
import io.aegispcap.capture.file.ReadOptions;
import io.aegispcap.capture.packet.DecodeOptions;
import io.aegispcap.capture.packet.Packet;
import io.aegispcap.capture.packet.PacketDecoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What one pass over a small capture in memory takes, piece by piece: reading, decoding, flows
/// with protocols, rows. One thread; the difference of two lines is what a piece costs.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class EnginePieces {
  /// A capture to run over.
  @Param("samples/night.pcapng")
  public String capture = "";

  private byte[] bytes = {};
  private final double[] numbers = new double[128];
  private final RowBuffer row = new RowBuffer();

  @Setup
  public void load() throws IOException {
    bytes = Files.readAllBytes(Path.of(capture));
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = i % 3 == 0 ? 0 : i * 12.345678;
    }
  }

  private CaptureFile open() throws IOException {
    return Captures.open(
        capture, Channels.newChannel(new ByteArrayInputStream(bytes)), ReadOptions.DEFAULT);
  }

  @Benchmark
  public long read() throws IOException {
    Packet packet = new Packet();
    long sum = 0;
    try (CaptureFile file = open()) {
      while (file.next(packet)) {
        sum += packet.capturedLength();
      }
    }
    return sum;
  }

  @Benchmark
  public long readAndDecode() throws IOException {
    Packet packet = new Packet();
    PacketDecoder decoder = new PacketDecoder(DecodeOptions.DEFAULT);
    long sum = 0;
    try (CaptureFile file = open()) {
      while (file.next(packet)) {
        decoder.decode(packet);
        sum += packet.payloadLength();
      }
    }
    return sum;
  }

  @Benchmark
  public Object flows() throws IOException {
    try (CaptureFile file = open()) {
      return new Engine(EngineOptions.defaults().withThreads(1)).run(file);
    }
  }

  @Benchmark
  public Object flowsAndRows() throws IOException {
    try (CaptureFile file = open()) {
      return new Engine(EngineOptions.defaults().withThreads(1))
          .write(new CsvFlows(), OutputStream.nullOutputStream())
          .run(file);
    }
  }

  /// 128 numbers of one row.
  @Benchmark
  public int numbersOfARow() {
    row.clear();
    return row.numbers(numbers).length();
  }
}
