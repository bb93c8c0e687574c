package io.aegispcap.platform.plugins.trial;

import io.aegispcap.analysis.chart.ChartAnswer;
import io.aegispcap.analysis.detection.Alert;
import io.aegispcap.cage.wire.ToHost;
import io.aegispcap.extension.running.PluginOutcome;
import java.util.List;

/// What a trial came to, in the words in which it is kept.
final class TrialWords {
  private static final int MOST = 200;

  private TrialWords() {}

  static TrialOutcome of(
      List<Alert> all, PluginOutcome outcome, List<ChartAnswer> charts, List<ToHost.Call> posts) {
    List<Alert> alerts = all.stream().filter(outcome::raised).toList();
    return new TrialOutcome(
        alerts.stream().limit(MOST).map(TrialWords::found).toList(),
        alerts.size(),
        all.size() - alerts.size(),
        outcome.notes().stream()
            .limit(MOST)
            .map(note -> "flow %d: %s = %s".formatted(note.flow(), note.name(), note.value()))
            .toList(),
        outcome.noteCount(),
        outcome.metrics().stream()
            .map(it -> "%s = %s %s".formatted(it.name(), it.value(), it.unit()).strip())
            .toList(),
        charts,
        posts.stream().limit(MOST).map(post -> post.url() + "\n" + post.body()).toList(),
        outcome.log().stream().limit(MOST).toList(),
        outcome.failures().stream()
            .map(it -> "%s: %s".formatted(it.cause().label(), it.message()))
            .toList(),
        outcome.usage().cpu().toMillis(),
        outcome.usage().peakMemory(),
        outcome.usage().processes());
  }

  private static TrialOutcome.Found found(Alert alert) {
    return new TrialOutcome.Found(
        alert.detector().name(),
        alert.severity().label(),
        alert.sentences().getFirst(),
        alert.confidence(),
        alert.detector().technique().id(),
        alert.evidence().totalFrames());
  }
}
