package io.aegispcap.analysis.detection.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorContract;
import io.aegispcap.analysis.detection.Scene;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.capture.protocol.login.LoginAttempt;
import org.junit.jupiter.api.Test;

/// See [DetectorContract] for what it also shows.
class TelnetSpreadTests extends DetectorContract {

  @Override
  protected Detector detector() {
    return new TelnetSpread();
  }

  @Override
  protected Scene hostile() {
    return guessed(TelnetSpread.SERVERS);
  }

  @Override
  protected Scene harmless() {
    return guessed(TelnetSpread.SERVERS - 1);
  }

  private static LoginAttempt login(long time, LoginAttempt.Outcome outcome) {
    return new LoginAttempt("telnet", 1, time, "root", "prompt", outcome, true);
  }

  private static Scene guessed(int servers) {
    Scene scene = new Scene();
    for (int i = 1; i <= servers; i++) {
      scene
          .after(1)
          .said("10.0.0.5", "10.0.1." + i, 23, login(scene.now(), LoginAttempt.Outcome.REFUSED));
    }
    return scene;
  }

  @Test
  void gradesAnEntryHigh() {
    Scene scene = guessed(TelnetSpread.SERVERS);
    scene.said("10.0.0.5", "10.0.2.1", 23, login(scene.now(), LoginAttempt.Outcome.ACCEPTED));
    assertThat(scene.shownTo(detector()).getFirst().severity()).isEqualTo(Severity.HIGH);
    assertThat(guessed(TelnetSpread.SERVERS).shownTo(detector()).getFirst().severity())
        .isEqualTo(Severity.MEDIUM);
  }
}
