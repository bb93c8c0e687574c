package io.aegispcap.analysis.detection.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.DetectionOptions;
import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorContract;
import io.aegispcap.analysis.detection.Said;
import io.aegispcap.analysis.detection.Scene;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.capture.protocol.login.LoginAttempt;
import org.junit.jupiter.api.Test;

/// See [DetectorContract] for what it also shows.
class ClearCredentialsTests extends DetectorContract {
  private static final String CLIENT = "10.0.0.5";
  private static final String SERVER = "198.51.100.7";

  @Override
  protected Detector detector() {
    return new ClearCredentials(DetectionOptions.usual());
  }

  @Override
  protected Scene hostile() {
    return new Scene()
        .said(CLIENT, SERVER, 21, Said.login(Scene.START, "ann", LoginAttempt.Outcome.ACCEPTED));
  }

  @Override
  protected Scene harmless() {
    return new Scene()
        .said(
            CLIENT,
            SERVER,
            21,
            Said.login(Scene.START, "anonymous", LoginAttempt.Outcome.ACCEPTED));
  }

  @Test
  void isForInformationOnOnesOwnNetwork() {
    Scene scene = new Scene().said(CLIENT, "10.0.0.9", 80, Said.basic(Scene.START, "ann", 200));
    assertThat(scene.shownTo(detector()).getFirst().severity()).isEqualTo(Severity.INFO);
    assertThat(hostile().shownTo(detector()).getFirst().severity()).isEqualTo(Severity.LOW);
  }
}
