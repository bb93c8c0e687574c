package io.aegispcap.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.analysis.incident.Stage;
import io.aegispcap.analysis.incident.Step;
import io.aegispcap.capture.packet.FrameId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StepWordingTests {
  /// 2026-01-31T08:15:00Z.
  private static final long START = 1_769_847_300_000_000_000L;

  private static final long MINUTE = 60_000_000_000L;

  private static Step step(long sentenceSeen, List<Long> frames, String... alerts) {
    return new Step(
        Stage.RECONNAISSANCE,
        SampleRun.LOGIN,
        "203.0.113.9",
        List.of(),
        Severity.MEDIUM,
        0.9,
        "203.0.113.9 tried 40 TCP ports of 10.0.0.5",
        sentenceSeen,
        START,
        START + 90 * MINUTE,
        frames,
        frames.size(),
        List.of(alerts));
  }

  private static String sentence(int captures, Step step) {
    CaptureFacts facts =
        new CaptureFacts("night.pcap", Optional.empty(), "pcap", 1, List.of(), 0, 0, 0, Map.of());
    return new StepWording(Collections.nCopies(captures, facts)).sentence(step);
  }

  @Test
  void namesTimeDeedAndPackets() {
    assertThat(sentence(1, step(START, List.of(1L, 2L, 3L), "a-1")))
        .isEqualTo(
            "2026-01-31 08:15:00 UTC: 203.0.113.9 tried 40 TCP ports of 10.0.0.5 (packets 1–3)");
  }

  /// The sentence is that of the most severe alert, which need not be the first.
  @Test
  void saysWhenThatHappenedWhichCameAfterOthersOfTheKind() {
    assertThat(sentence(1, step(START + 25 * MINUTE, List.of(7L), "a-1", "a-2", "a-3")))
        .isEqualTo(
            "2026-01-31 08:15:00 UTC: 203.0.113.9 tried 40 TCP ports of 10.0.0.5 at 08:40:00, and 2"
                + " more of the kind (packet 7)");
  }

  @Test
  void saysThatOtherCapturesHoldPacketsToo() {
    List<Long> frames = List.of(FrameId.of(0, 4), FrameId.of(2, 9));
    assertThat(sentence(3, step(START, frames, "a-1")))
        .endsWith(" (packet 4 of night.pcap, and of 1 other capture)");
  }
}
