package io.aegispcap.extension.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.aegispcap.cage.wire.FrameInput;
import io.aegispcap.cage.wire.FrameOutput;
import io.aegispcap.cage.wire.MetricKind;
import io.aegispcap.cage.wire.ToHost;
import io.aegispcap.plugin.Measure;
import io.aegispcap.plugin.PluginKind;
import io.aegispcap.plugin.PluginMetadata;
import io.aegispcap.plugin.Severity;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FrameTests {
  private static final List<ToHost> ALL =
      List.of(
          new ToHost.Locked(1),
          new ToHost.Ready(new PluginMetadata("a/b", "1.0.0", PluginKind.DETECTOR)),
          new ToHost.Found(
              "rule",
              Severity.HIGH,
              "10.0.0.1",
              Optional.of("10.0.0.2"),
              "it happened",
              0.5,
              "why",
              2,
              List.of(0L, 7L),
              List.of(new Measure("m", 1, Double.NaN, "u"))),
          new ToHost.Feature(1, "f", 0.25),
          new ToHost.Annotation(1, "a", "text"),
          new ToHost.Metric(MetricKind.GAUGE, "g", -1),
          new ToHost.Log("line"),
          new ToHost.Call("https://example.org/", Map.of("a", "b"), "body"),
          new ToHost.Kept(Map.of("k", "v")),
          new ToHost.Failed("java.lang.Error", "no", List.of("at x")),
          new ToHost.Done(3));

  private static byte[] written(List<ToHost> messages) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    FrameOutput out = new FrameOutput(bytes);
    for (ToHost message : messages) {
      out.send(message);
    }
    return bytes.toByteArray();
  }

  @Test
  void readsWhatWasWritten() throws IOException {
    FrameInput in = new FrameInput(new ByteArrayInputStream(written(ALL)), 1 << 20);
    for (ToHost message : ALL) {
      assertThat(in.fromChild()).contains(message);
    }
    assertThat(in.fromChild()).isEmpty();
  }

  @Test
  void refusesOrReadsFramesThatAreBrokenAtAnyByte() throws IOException {
    for (ToHost message : ALL) {
      byte[] whole = written(List.of(message));
      for (int i = 0; i < whole.length; i++) {
        for (int value : new int[] {0, 1, 0x7f, 0x80, 0xff}) {
          byte[] broken = whole.clone();
          broken[i] = (byte) value;
          assertThatCode(() -> readOrRefuse(broken)).doesNotThrowAnyException();
        }
        byte[] cut = Arrays.copyOf(whole, i);
        assertThatCode(() -> readOrRefuse(cut)).doesNotThrowAnyException();
      }
    }
  }

  private static void readOrRefuse(byte[] bytes) {
    FrameInput in = new FrameInput(new ByteArrayInputStream(bytes), 1 << 20);
    try {
      in.fromChild();
    } catch (IOException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }
}
