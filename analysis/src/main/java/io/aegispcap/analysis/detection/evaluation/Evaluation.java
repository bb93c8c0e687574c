package io.aegispcap.analysis.detection.evaluation;

import io.aegispcap.analysis.detection.Alert;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Runs detection over labelled captures, one after the other in the manifest's order.
public final class Evaluation {
  private Evaluation() {}

  /// @param manifest see [Manifest]
  /// @param root what its paths are relative to
  /// @throws IOException when the manifest cannot be read, or a line of it not be understood
  public static EvaluationResult run(Path manifest, Path root, CaptureAnalysis analysis)
      throws IOException {
    return run(manifest, root, analysis, score -> {});
  }

  /// @param each told of every capture when it is done
  public static EvaluationResult run(
      Path manifest, Path root, CaptureAnalysis analysis, Consumer<CaptureScore> each)
      throws IOException {
    List<CaptureScore> scores = new ArrayList<>();
    for (LabelledCapture capture : Manifest.read(manifest)) {
      CaptureScore score = one(capture, root, analysis);
      scores.add(score);
      each.accept(score);
    }
    return new EvaluationResult(scores);
  }

  private static CaptureScore one(LabelledCapture capture, Path root, CaptureAnalysis analysis) {
    FlowRecorder recorder = new FlowRecorder();
    try {
      List<Alert> alerts = analysis.alerts(root.resolve(capture.path()), recorder);
      return Scoring.score(capture, alerts, recorder);
    } catch (IOException e) {
      return Scoring.failed(capture, String.valueOf(e.getMessage()));
    }
  }
}
