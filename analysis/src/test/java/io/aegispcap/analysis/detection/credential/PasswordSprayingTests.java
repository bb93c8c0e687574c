package io.aegispcap.analysis.detection.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorContract;
import io.aegispcap.analysis.detection.Said;
import io.aegispcap.analysis.detection.Scene;
import io.aegispcap.analysis.detection.Severity;
import org.junit.jupiter.api.Test;

/// See [DetectorContract] for what it also shows.
class PasswordSprayingTests extends DetectorContract {
  private static final String CLIENT = "10.0.0.5";
  private static final String SERVER = "10.0.0.9";
  private static final long START = Scene.START;

  @Override
  protected Detector detector() {
    return new PasswordSpraying();
  }

  @Override
  protected Scene hostile() {
    return tried(10);
  }

  @Override
  protected Scene harmless() {
    return tried(9);
  }

  private static Scene tried(int users) {
    Scene scene = new Scene();
    for (int i = 0; i < users; i++) {
      scene.said(CLIENT, SERVER, 445, Said.smb(START + i, "user" + i, 0xc000_006dL));
    }
    return scene;
  }

  @Test
  void gradesALoginAfterwardsHigh() {
    assertThat(
            tried(12)
                .said(CLIENT, SERVER, 445, Said.smb(START + 99, "eve", 0))
                .shownTo(detector())
                .getFirst()
                .severity())
        .isEqualTo(Severity.HIGH);
  }

  @Test
  void gradesItMedium() {
    assertThat(hostile().shownTo(detector()).getFirst().severity()).isEqualTo(Severity.MEDIUM);
  }

  @Test
  void doesNotCountOneUserTwice() {
    Scene scene = new Scene();
    for (int i = 0; i < 50; i++) {
      scene.said(CLIENT, SERVER, 445, Said.smb(START + i, "alice", 0xc000_006dL));
    }
    assertThat(scene.shownTo(detector())).isEmpty();
  }
}
