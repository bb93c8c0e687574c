package io.aegispcap.analysis.report;

import io.aegispcap.analysis.incident.Step;
import java.util.List;

/// Steps of incidents in plain sentences: when, who did what to whom, and the packets that prove
/// it.
final class StepWording {
  /// Ranges of packets that a sentence names.
  private static final int MAX_RANGES = 3;

  private static final long SECOND = 1_000_000_000L;

  private final List<CaptureFacts> captures;

  StepWording(List<CaptureFacts> captures) {
    this.captures = captures;
  }

  /// Such as `2026-01-31 08:15:00 UTC: 203.0.113.9 tried 40 TCP ports of 10.0.0.5 (packets 1–40)`.
  String sentence(Step step) {
    return Wording.moment(step.firstSeen()) + " UTC: " + what(step);
  }

  /// The same without its time.
  String what(Step step) {
    return step.sentence() + later(step) + more(step) + " (" + packets(step) + ")";
  }

  /// When it happened, if others of the kind happened before.
  private static String later(Step step) {
    return step.sentenceSeen() - step.firstSeen() < SECOND
        ? ""
        : " at " + Wording.later(step.firstSeen(), step.sentenceSeen());
  }

  private static String more(Step step) {
    int more = step.alerts().size() - 1;
    return more == 0 ? "" : ", and " + Wording.count(more) + " more of the kind";
  }

  /// Such as `packets 1–40, 44 of night.pcap`; the file's name when there are several.
  String packets(Step step) {
    List<FrameRanges> all = FrameRanges.of(step.frames());
    FrameRanges frames = all.getFirst();
    long listed = all.stream().mapToLong(StepWording::count).sum();
    boolean some = frames.ranges().size() > MAX_RANGES || step.totalFrames() > listed;
    boolean one = !some && count(frames) == 1;
    return (one ? "packet " : "packets ")
        + String.join(
            ", ", frames.ranges().stream().limit(MAX_RANGES).map(range -> range.text("–")).toList())
        + (some ? " and others" : "")
        + (captures.size() > 1
            ? " of " + ReportPage.fileName(captures.get(frames.capture()).name())
            : "")
        + (all.size() > 1 ? ", and of " + Wording.count(all.size() - 1L, "other capture") : "");
  }

  private static long count(FrameRanges frames) {
    return frames.ranges().stream().mapToLong(range -> range.to() - range.from() + 1).sum();
  }
}
