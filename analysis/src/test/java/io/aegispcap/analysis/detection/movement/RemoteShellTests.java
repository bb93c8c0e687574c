package io.aegispcap.analysis.detection.movement;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorContract;
import io.aegispcap.analysis.detection.Said;
import io.aegispcap.analysis.detection.Scene;
import io.aegispcap.analysis.detection.Severity;
import org.junit.jupiter.api.Test;

/// See [DetectorContract] for what it also shows.
class RemoteShellTests extends DetectorContract {
  private static final String CLIENT = "10.0.0.5";
  private static final String SERVER = "10.0.0.9";
  private static final long START = Scene.START;

  @Override
  protected Detector detector() {
    return new RemoteShell();
  }

  @Override
  protected Scene hostile() {
    return new Scene().said(CLIENT, SERVER, 5_985, Said.post(START, "/wsman?PSVersion=5.1"));
  }

  @Override
  protected Scene harmless() {
    return new Scene().said(CLIENT, SERVER, 80, Said.post(START, "/wsman-faq"));
  }

  @Test
  void gradesPowerShellLow() {
    assertThat(hostile().shownTo(detector()).getFirst().severity()).isEqualTo(Severity.LOW);
  }

  @Test
  void gradesOtherManagementInformation() {
    assertThat(
            new Scene()
                .said(CLIENT, SERVER, 5_985, Said.post(START, "/wsman"))
                .shownTo(detector())
                .getFirst()
                .severity())
        .isEqualTo(Severity.INFO);
  }
}
