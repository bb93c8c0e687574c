package io.aegispcap.analysis.detection.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorContract;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.Said;
import io.aegispcap.analysis.detection.Scene;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.capture.protocol.control.ControlAction;
import io.aegispcap.capture.protocol.control.ControlFunction;
import org.junit.jupiter.api.Test;

/// See [DetectorContract] for what it also shows.
class ControlWriterTests extends DetectorContract {
  private static final String MASTER = "10.0.0.2";
  private static final String STRANGER = "10.0.0.66";
  private static final String DEVICE = "10.0.0.9";
  private static final long START = Scene.START;
  private static final long MINUTE = 60_000_000_000L;

  @Override
  protected Detector detector() {
    return new ControlWriter();
  }

  private static ControlFunction reads(long time, long count) {
    return Said.control(time, "1", 3, ControlAction.READ, "ok", count);
  }

  private static ControlFunction write(long time, String answer) {
    return Said.control(time, "1", 6, ControlAction.WRITE, answer, 1);
  }

  private static Scene polled() {
    return new Scene().said(MASTER, DEVICE, 502, reads(START, 900));
  }

  private Finding only(Scene scene) {
    assertThat(scene.shownTo(detector())).hasSize(1);
    return scene.shownTo(detector()).getFirst();
  }

  @Override
  protected Scene hostile() {
    return polled().said(STRANGER, DEVICE, 502, write(START + MINUTE, "ok"));
  }

  /// The master itself writes, from the start.
  @Override
  protected Scene harmless() {
    return polled().said(MASTER, DEVICE, 502, write(START + MINUTE, "ok"));
  }

  @Test
  void namesTheStrangerAndTheMaster() {
    assertThat(only(hostile()).subject()).isEqualTo(STRANGER);
    assertThat(only(hostile()).sentence()).contains(MASTER, DEVICE, "register 7");
    assertThat(only(hostile()).severity()).isEqualTo(Severity.MEDIUM);
  }

  @Test
  void gradesByRefusals() {
    assertThat(
            only(polled().said(STRANGER, DEVICE, 502, write(START + MINUTE, "illegal_function")))
                .severity())
        .isEqualTo(Severity.LOW);
    Scene searched = hostile();
    for (int code = 40; code < 45; code++) {
      searched.said(
          STRANGER,
          DEVICE,
          502,
          Said.control(START + MINUTE, "1", code, ControlAction.OTHER, "illegal_function", 1));
    }
    assertThat(only(searched).severity()).isEqualTo(Severity.HIGH);
  }

  @Test
  void takesTwoThatReadForTwoMasters() {
    assertThat(
            polled()
                .said(STRANGER, DEVICE, 502, reads(START + MINUTE, 400))
                .said(STRANGER, DEVICE, 502, write(START + 2 * MINUTE, "ok"))
                .shownTo(detector()))
        .isEmpty();
  }

  @Test
  void letsAServerTakeOver() {
    assertThat(
            polled()
                .said(STRANGER, DEVICE, 502, write(START + 20 * MINUTE, "ok"))
                .shownTo(detector()))
        .isEmpty();
  }

  @Test
  void saysWhenTheSoleMasterBeginsToWrite() {
    Scene scene = polled().said(MASTER, DEVICE, 502, write(START + 12 * MINUTE, "ok"));
    assertThat(only(scene).severity()).isEqualTo(Severity.INFO);
  }

  @Test
  void seesASoleWriterThatSearched() {
    Scene scene = new Scene().said(STRANGER, DEVICE, 502, write(START + MINUTE, "ok"));
    for (int code = 40; code < 45; code++) {
      scene.said(
          STRANGER,
          DEVICE,
          502,
          Said.control(START, "1", code, ControlAction.OTHER, "illegal_function", 1));
    }
    assertThat(only(scene).severity()).isEqualTo(Severity.MEDIUM);
  }

  @Test
  void doesNotMixDevices() {
    assertThat(
            polled()
                .said(STRANGER, "10.0.0.10", 502, write(START + MINUTE, "ok"))
                .shownTo(detector()))
        .isEmpty();
  }
}
