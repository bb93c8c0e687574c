package io.aegispcap.extension.sandbox;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.aegispcap.cage.wire.FrameInput;
import io.aegispcap.cage.wire.FrameOutput;
import io.aegispcap.cage.wire.MetricKind;
import io.aegispcap.cage.wire.ToHost;
import io.aegispcap.extension.pack.Damage;
import io.aegispcap.plugin.Chart;
import io.aegispcap.plugin.Measure;
import io.aegispcap.plugin.PluginKind;
import io.aegispcap.plugin.PluginMetadata;
import io.aegispcap.plugin.Severity;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class FrameFuzzTests {
  private static final int MAX_FRAME = 1 << 20;

  /// Whatever a plugin's process says, it is a message of ours or an [IOException].
  @FuzzTest(maxDuration = "4m")
  void readsWhateverAPluginSays(byte[] bytes) {
    read(bytes);
  }

  /// Messages of ours, of which numbers, lengths and texts were changed: what is taken is the same
  /// when it is said again.
  @FuzzTest(maxDuration = "6m")
  void takesNothingThatReadsDifferentlyAgain(FuzzedDataProvider data) throws Exception {
    List<ToHost> said = new ArrayList<>();
    int count = data.consumeInt(1, 4);
    for (int i = 0; i < count; i++) {
      said.add(message(data));
    }
    byte[] sound = written(said);
    byte[] damaged = Damage.done(sound, data);
    List<ToHost> taken = Damage.bounded(() -> read(damaged));
    if (!taken.equals(read(written(taken)))) {
      throw new AssertionError("said again it is something else: " + taken);
    }
    if (Arrays.equals(damaged, sound) && taken.size() > count) {
      throw new AssertionError("more was taken than was said");
    }
  }

  private static List<ToHost> read(byte[] bytes) {
    List<ToHost> taken = new ArrayList<>();
    FrameInput in = new FrameInput(new ByteArrayInputStream(bytes), MAX_FRAME);
    try {
      Optional<ToHost> next = in.fromChild();
      while (next.isPresent()) {
        taken.add(next.get());
        if (in.bytes() > bytes.length) {
          throw new IllegalStateException("more was read than there is");
        }
        next = in.fromChild();
      }
    } catch (IOException e) {
      if (e.getMessage() == null) {
        throw new IllegalStateException("says nothing", e);
      }
    }
    return taken;
  }

  private static byte[] written(List<ToHost> messages) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    FrameOutput out = new FrameOutput(bytes);
    for (ToHost message : messages) {
      out.send(message);
    }
    return bytes.toByteArray();
  }

  private static ToHost message(FuzzedDataProvider data) {
    return switch (data.consumeInt(0, 9)) {
      case 0 -> found(data);
      case 1 -> new ToHost.Feature(data.consumeLong(), text(data), data.consumeDouble());
      case 2 -> new ToHost.Annotation(data.consumeLong(), text(data), text(data));
      case 3 ->
          new ToHost.Metric(
              data.pickValue(MetricKind.values()), text(data), data.consumeRegularDouble());
      case 4 ->
          new ToHost.Show(
              new Chart(
                  "c" + data.consumeInt(0, 9),
                  "title",
                  data.pickValue(Chart.Shape.values()),
                  new Chart.Query(data.pickValue(Chart.Source.values()), "state", "", 10)));
      case 5 -> new ToHost.Kept(Map.of(text(data), text(data)));
      case 6 -> new ToHost.Call(text(data), Map.of(text(data), text(data)), text(data));
      case 7 -> new ToHost.Failed(text(data), text(data), List.of(text(data), text(data)));
      case 8 -> new ToHost.Ready(new PluginMetadata("a/b", "1.0.0", PluginKind.DETECTOR));
      default -> new ToHost.Done(data.consumeInt());
    };
  }

  private static ToHost.Found found(FuzzedDataProvider data) {
    List<Long> flows = new ArrayList<>();
    for (int i = data.consumeInt(0, 5); i > 0; i--) {
      flows.add(data.consumeLong());
    }
    return new ToHost.Found(
        text(data),
        data.pickValue(Severity.values()),
        text(data),
        Optional.of("10.0.0.2"),
        text(data),
        data.consumeProbabilityDouble(),
        text(data),
        data.consumeLong(),
        flows,
        List.of(new Measure("m", data.consumeRegularDouble(), Double.NaN, text(data))));
  }

  private static String text(FuzzedDataProvider data) {
    return data.consumeString(30);
  }
}
