package io.aegispcap.analysis.detection.movement;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorContract;
import io.aegispcap.analysis.detection.Said;
import io.aegispcap.analysis.detection.Scene;
import io.aegispcap.analysis.detection.Severity;
import org.junit.jupiter.api.Test;

/// See [DetectorContract] for what it also shows.
class RemoteWmiTests extends DetectorContract {
  private static final String CLIENT = "10.0.0.5";
  private static final String SERVER = "10.0.0.9";
  private static final long START = Scene.START;

  @Override
  protected Detector detector() {
    return new RemoteWmi();
  }

  @Override
  protected Scene hostile() {
    return new Scene().said(CLIENT, SERVER, 445, Said.call(START, "IWbemServices", "ExecMethod"));
  }

  @Override
  protected Scene harmless() {
    return new Scene().said(CLIENT, SERVER, 445, Said.call(START, "IRemUnknown2", "RemRelease"));
  }

  @Test
  void gradesRunningAMethodMedium() {
    assertThat(hostile().shownTo(detector()).getFirst().severity()).isEqualTo(Severity.MEDIUM);
  }

  @Test
  void gradesASubscriptionMedium() {
    assertThat(
            new Scene()
                .said(CLIENT, SERVER, 445, Said.call(START, "IWbemServices", "PutInstance"))
                .shownTo(detector())
                .getFirst()
                .severity())
        .isEqualTo(Severity.MEDIUM);
  }

  @Test
  void gradesAskingInformation() {
    assertThat(
            new Scene()
                .said(CLIENT, SERVER, 445, Said.call(START, "IWbemServices", "ExecQuery"))
                .shownTo(detector())
                .getFirst()
                .severity())
        .isEqualTo(Severity.INFO);
  }
}
