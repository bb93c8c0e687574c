package io.aegispcap.analysis;

import io.aegispcap.analysis.flow.Flow;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.analysis.flow.FlowObserver;
import io.aegispcap.analysis.flow.FlowOptions;
import io.aegispcap.analysis.pipeline.Engine;
import io.aegispcap.analysis.pipeline.EngineOptions;
import io.aegispcap.analysis.pipeline.RunResult;
import io.aegispcap.capture.file.CaptureFile;
import io.aegispcap.capture.file.Captures;
import io.aegispcap.capture.file.ReadOptions;
import io.aegispcap.capture.packet.DecodeOptions;
import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.testkit.capture.PcapBuilder;
import io.aegispcap.testkit.packet.PacketBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// A capture that a test writes packet by packet and has the engine run over.
public final class Trace {
  /// 2026-01-01T00:00:00Z in nanoseconds.
  public static final long EPOCH = 1_767_225_600_000_000_000L;

  private final PcapBuilder capture =
      PcapBuilder.pcap(ByteOrder.LITTLE_ENDIAN, PcapBuilder.NANOSECONDS).linkType(1);
  private EngineOptions options =
      new EngineOptions(FlowOptions.defaults().withMaxFlows(100_000), DecodeOptions.DEFAULT, 2);

  /// What a run of the engine said.
  ///
  /// @param flows what the test took of each flow, in the order in which they ended
  public record Run<T>(RunResult result, List<T> flows, List<Fact> facts) {}

  public Trace packet(double seconds, PacketBuilder packet) {
    return frame(EPOCH + Math.round(seconds * 1e9), packet.build());
  }

  public Trace frame(long timestamp, byte... frame) {
    capture.frame(timestamp, frame);
    return this;
  }

  public Trace flows(FlowOptions flows) {
    options = options.withFlows(flows);
    return this;
  }

  public Trace decode(DecodeOptions decode) {
    options = options.withDecode(decode);
    return this;
  }

  public Trace threads(int threads) {
    options = options.withThreads(threads);
    return this;
  }

  public byte[] bytes() {
    return capture.build();
  }

  public CaptureFile open() throws IOException {
    return Captures.open(
        "trace", Channels.newChannel(new ByteArrayInputStream(bytes())), ReadOptions.DEFAULT);
  }

  public Engine engine() {
    return new Engine(options);
  }

  /// Runs the engine.
  ///
  /// @param take copies what the test wants of a flow, which is a reused object
  public <T> Run<T> run(Function<Flow, T> take) {
    List<T> flows = new ArrayList<>();
    List<Fact> facts = new ArrayList<>();
    FlowObserver observer =
        new FlowObserver() {
          @Override
          public void flow(Flow flow) {
            flows.add(take.apply(flow));
          }

          @Override
          public void fact(FlowKey key, Fact fact) {
            facts.add(fact);
          }
        };
    try (CaptureFile file = open()) {
      RunResult result = engine().observe(observer).run(file);
      return new Run<>(result, flows, facts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
