package io.aegispcap.analysis.detection.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorContract;
import io.aegispcap.analysis.detection.Said;
import io.aegispcap.analysis.detection.Scene;
import io.aegispcap.analysis.detection.Severity;
import org.junit.jupiter.api.Test;

/// See [DetectorContract] for what it also shows.
class StoredSecretsTests extends DetectorContract {
  private static final String CLIENT = "10.0.0.5";
  private static final String SERVER = "10.0.0.9";
  private static final long START = Scene.START;

  @Override
  protected Detector detector() {
    return new StoredSecrets();
  }

  @Override
  protected Scene hostile() {
    return new Scene()
        .said(
            CLIENT,
            SERVER,
            445,
            Said.file(START, "\\\\S1\\C$", "Windows\\NTDS\\ntds.dit", 9000, 0));
  }

  @Override
  protected Scene harmless() {
    return new Scene()
        .said(CLIENT, SERVER, 445, Said.file(START, "\\\\S1\\C$", "ntds.dit.txt", 9000, 0))
        .said(CLIENT, SERVER, 445, Said.file(START, "\\\\S1\\C$", "ntds.dit", 0, 0));
  }

  @Test
  void gradesASavedHiveHigh() {
    assertThat(
            new Scene()
                .said(CLIENT, SERVER, 445, Said.call(START, "WINREG", "BaseRegSaveKey", "SAM"))
                .shownTo(detector())
                .getFirst()
                .severity())
        .isEqualTo(Severity.HIGH);
  }

  @Test
  void gradesGroupPolicyLow() {
    assertThat(
            new Scene()
                .said(
                    CLIENT,
                    SERVER,
                    445,
                    Said.file(START, "\\\\S1\\SYSVOL", "x\\Groups.xml", 900, 0))
                .shownTo(detector())
                .getFirst()
                .severity())
        .isEqualTo(Severity.LOW);
  }
}
