package io.aegispcap.analysis.tuning;

import io.aegispcap.analysis.detection.Alert;
import io.aegispcap.analysis.detection.Measure;
import java.util.Optional;

/// From which value on a detector's alerts count in this network.
///
/// @param version of the detector that it was found for
/// @param measure its first measure that has a threshold
/// @param builtIn the detector's own threshold
/// @param network never below the built-in one; alerts up to it are usual here
/// @param alerts of clean captures that it comes from
/// @param greatest value among them
public record Threshold(
    String detector,
    String version,
    String measure,
    String unit,
    double builtIn,
    double network,
    long alerts,
    double greatest) {

  public Threshold {
    if (!(network >= builtIn)) {
      throw new IllegalArgumentException(
          "a network's threshold of " + network + " is below the built-in one of " + builtIn);
    }
  }

  /// The measure by which a detector's alerts can be compared with what is usual. Those that count
  /// from one on have none: that something happened at all is not a question of how much.
  static Optional<Measure> judged(Alert alert) {
    return alert.measures().stream()
        .filter(measure -> Double.isFinite(measure.threshold()))
        .findFirst()
        .filter(measure -> measure.threshold() > 0 && measure.threshold() != 1)
        .filter(measure -> measure.value() >= measure.threshold());
  }

  boolean about(Alert alert, Measure judged) {
    return detector.equals(alert.detector().id())
        && measure.equals(judged.name())
        && builtIn == judged.threshold();
  }

  /// Whether it is above the built-in one.
  public boolean moved() {
    return network > builtIn;
  }
}
