package io.aegispcap.analysis.detection.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorContract;
import io.aegispcap.analysis.detection.Said;
import io.aegispcap.analysis.detection.Scene;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.capture.protocol.stratum.StratumSession;
import org.junit.jupiter.api.Test;

/// See [DetectorContract] for what it also shows.
class MiningTests extends DetectorContract {
  private static final String CLIENT = "10.0.0.5";
  private static final String SERVER = "203.0.113.7";

  @Override
  protected Detector detector() {
    return new Mining();
  }

  @Override
  protected Scene hostile() {
    return mined(3, 1);
  }

  @Override
  protected Scene harmless() {
    return new Scene()
        .said(
            CLIENT,
            SERVER,
            8080,
            Said.sent(
                Scene.START,
                "POST",
                "/",
                "application/json",
                "{\"method\":\"getInfo\"}",
                200,
                "{}"));
  }

  private static Scene mined(long jobs, long shares) {
    return new Scene()
        .said(
            CLIENT,
            SERVER,
            3333,
            new StratumSession(1, Scene.START, "XMRig/6.0", "4wallet", jobs, shares));
  }

  @Test
  void gradesWorkMediumAndLoginsLow() {
    assertThat(mined(3, 1).shownTo(detector()).getFirst().severity()).isEqualTo(Severity.MEDIUM);
    assertThat(mined(0, 0).shownTo(detector()).getFirst().severity()).isEqualTo(Severity.LOW);
  }

  @Test
  void seesCallsForWorkOverHttp() {
    assertThat(
            new Scene()
                .said(
                    CLIENT,
                    SERVER,
                    8332,
                    Said.sent(
                        Scene.START,
                        "POST",
                        "/",
                        "application/json",
                        "{\"method\": \"getwork\", \"params\": []}",
                        200,
                        "{}"))
                .shownTo(detector()))
        .hasSize(1);
  }
}
