package io.aegispcap.analysis.detection.movement;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorContract;
import io.aegispcap.analysis.detection.Said;
import io.aegispcap.analysis.detection.Scene;
import io.aegispcap.analysis.detection.Severity;
import org.junit.jupiter.api.Test;

/// See [DetectorContract] for what it also shows.
class AdminShareCopyTests extends DetectorContract {
  private static final String CLIENT = "10.0.0.5";
  private static final String SERVER = "10.0.0.9";
  private static final long START = Scene.START;

  @Override
  protected Detector detector() {
    return new AdminShareCopy();
  }

  @Override
  protected Scene hostile() {
    return new Scene()
        .said(CLIENT, SERVER, 445, Said.file(START, "\\\\S1\\ADMIN$", "Temp\\a.exe", 0, 900));
  }

  @Override
  protected Scene harmless() {
    return new Scene()
        .said(CLIENT, SERVER, 445, Said.file(START, "\\\\S1\\docs", "a.exe", 0, 900))
        .said(CLIENT, SERVER, 445, Said.file(START, "\\\\S1\\C$", "a.exe", 900, 0));
  }

  @Test
  void gradesAProgramMedium() {
    assertThat(hostile().shownTo(detector()).getFirst().severity()).isEqualTo(Severity.MEDIUM);
  }

  @Test
  void gradesAnotherFileLow() {
    assertThat(
            new Scene()
                .said(CLIENT, SERVER, 445, Said.file(START, "\\\\S1\\C$", "docs\\a.txt", 0, 9))
                .shownTo(detector())
                .getFirst()
                .severity())
        .isEqualTo(Severity.LOW);
  }
}
