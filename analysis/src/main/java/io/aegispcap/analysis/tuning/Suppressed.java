package io.aegispcap.analysis.tuning;

import io.aegispcap.analysis.detection.Alert;

/// An alert that was left out.
///
/// @param by whom
/// @param reason in one sentence without a full stop
public record Suppressed(Alert alert, By by, String reason) {

  /// Who left it out.
  public enum By {
    ALLOW_LIST("allow-list"),
    CALIBRATION("calibration");

    private final String label;

    By(String label) {
      this.label = label;
    }

    /// As written in outputs.
    public String label() {
      return label;
    }
  }
}
