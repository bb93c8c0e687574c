package io.aegispcap.analysis.pipeline;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.aegispcap.analysis.Trace;
import io.aegispcap.analysis.flow.Flow;
import io.aegispcap.analysis.flow.FlowOptions;
import io.aegispcap.analysis.report.CsvFlows;
import io.aegispcap.capture.file.CaptureFile;
import io.aegispcap.capture.file.Captures;
import io.aegispcap.capture.file.MalformedCaptureException;
import io.aegispcap.capture.file.ReadOptions;
import io.aegispcap.capture.packet.DecodeOptions;
import io.aegispcap.testkit.packet.Frames;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;

/// Any bytes go through the whole engine, from a capture to rows of flows, without a fault.
class EngineFuzzTests {
  private static final EngineOptions OPTIONS =
      new EngineOptions(FlowOptions.defaults().withMaxFlows(64), DecodeOptions.DEFAULT, 1);

  private static final ReadOptions READING =
      ReadOptions.DEFAULT.withBuffers(4096).withExpansion(100, 1 << 16).asLenient();

  @FuzzTest(maxDuration = "6m")
  void takesAnyBytesForACapture(byte[] bytes) {
    try (CaptureFile file =
        Captures.open("fuzz", Channels.newChannel(new ByteArrayInputStream(bytes)), READING)) {
      RunResult result =
          new Engine(OPTIONS).write(new CsvFlows(), OutputStream.nullOutputStream()).run(file);
      if (result.packets() != file.captures().getFirst().frames()) {
        throw new AssertionError("packets are miscounted");
      }
    } catch (MalformedCaptureException e) {
      if (e.reason().isEmpty()) {
        throw new AssertionError("no reason", e);
      }
    } catch (IOException e) {
      throw new AssertionError("bytes in memory cannot fail to be read", e);
    }
  }

  @FuzzTest(maxDuration = "6m")
  void takesAnySegmentsForAConversation(FuzzedDataProvider data) {
    Trace trace = new Trace().threads(1);
    double time = 0;
    int packets = 0;
    while (data.remainingBytes() > 4 && packets < 300) {
      boolean forward = data.consumeBoolean();
      int flags = data.consumeByte() & 0xff;
      long sequence = 0xffff_ff00L + data.consumeInt(-300, 5000);
      time += data.consumeInt(-1000, 100_000) / 1000.0;
      byte[] payload = data.consumeBytes(data.consumeInt(0, 200));
      trace.packet(
          time,
          (forward
                  ? Frames.ethernet().ipv4("10.0.0.1", "10.0.0.2").tcp(40_000, 80)
                  : Frames.ethernet().ipv4("10.0.0.2", "10.0.0.1").tcp(80, 40_000))
              .flags(flags)
              .seq(sequence & 0xffff_ffffL)
              .payload(payload));
      packets++;
    }
    long inFlows = trace.run(Flow::packets).flows().stream().mapToLong(n -> n).sum();
    if (inFlows != packets) {
      throw new AssertionError(inFlows + " of " + packets + " packets are in flows");
    }
  }
}
