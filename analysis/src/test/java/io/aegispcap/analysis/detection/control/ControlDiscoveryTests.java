package io.aegispcap.analysis.detection.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorContract;
import io.aegispcap.analysis.detection.Said;
import io.aegispcap.analysis.detection.Scene;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.capture.protocol.control.ControlAction;
import org.junit.jupiter.api.Test;

/// See [DetectorContract] for what it also shows.
class ControlDiscoveryTests extends DetectorContract {
  private static final String CLIENT = "10.0.0.5";
  private static final String DEVICE = "10.0.0.9";
  private static final long START = Scene.START;

  @Override
  protected Detector detector() {
    return new ControlDiscovery();
  }

  private static Scene units(int count, String answer, long times) {
    Scene scene = new Scene();
    for (int unit = 1; unit <= count; unit++) {
      scene.said(
          CLIENT,
          DEVICE,
          502,
          Said.control(START, Integer.toString(unit), 3, ControlAction.READ, answer, times));
    }
    return scene;
  }

  @Override
  protected Scene hostile() {
    return units(8, "unanswered", 1);
  }

  /// A gateway whose units are polled, and answer.
  @Override
  protected Scene harmless() {
    return units(200, "ok", 50);
  }

  @Test
  void forgivesPolledUnitsThatAreDown() {
    assertThat(units(30, "unanswered", 40).shownTo(detector())).isEmpty();
    assertThat(units(7, "unanswered", 1).shownTo(detector())).isEmpty();
  }

  @Test
  void seesWhatAGatewaySaysIsAbsent() {
    assertThat(
            units(8, "gateway_target_failed_to_respond", 2)
                .shownTo(detector())
                .getFirst()
                .severity())
        .isEqualTo(Severity.MEDIUM);
  }

  @Test
  void countsFunctionsThatADeviceDoesNotKnow() {
    Scene scene = new Scene();
    for (int code = 60; code < 65; code++) {
      assertThat(scene.shownTo(detector())).isEmpty();
      scene.said(
          CLIENT,
          DEVICE,
          502,
          Said.control(START, "1", code, ControlAction.OTHER, "illegal_function", 1));
    }
    assertThat(scene.shownTo(detector()).getFirst().sentence()).contains("5 functions");
  }

  @Test
  void gradesQuestionsWhatDevicesAre() {
    Scene scene = new Scene();
    for (int host = 1; host <= 2; host++) {
      scene.said(
          CLIENT, "10.0.0." + (10 + host), 502, Said.control(START, ControlAction.IDENTIFY, "ok"));
    }
    assertThat(scene.shownTo(detector()).getFirst().severity()).isEqualTo(Severity.INFO);
    scene.said(CLIENT, "10.0.0.13", 502, Said.control(START, ControlAction.IDENTIFY, "ok"));
    assertThat(scene.shownTo(detector()).getFirst().severity()).isEqualTo(Severity.LOW);
  }

  @Test
  void letsADeviceAskOthersWhatTheyAre() {
    Scene scene =
        new Scene()
            .said(CLIENT, DEVICE, 502, Said.control(START, ControlAction.IDENTIFY, "ok"))
            .said("10.0.0.7", CLIENT, 502, Said.control(START, ControlAction.REPORT, ""));
    assertThat(scene.shownTo(detector())).isEmpty();
  }
}
