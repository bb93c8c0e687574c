package io.aegispcap.analysis.detection.flood;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorContract;
import io.aegispcap.analysis.detection.Said;
import io.aegispcap.analysis.detection.Scene;
import io.aegispcap.analysis.detection.Severity;
import org.junit.jupiter.api.Test;

/// See [DetectorContract] for what it also shows.
class MonlistTests extends DetectorContract {
  private static final String CLIENT = "10.0.0.5";
  private static final String SERVER = "198.51.100.7";

  @Override
  protected Detector detector() {
    return new Monlist();
  }

  @Override
  protected Scene hostile() {
    return new Scene()
        .said(CLIENT, SERVER, 123, Said.monlist(Scene.START, false, 8))
        .said(CLIENT, SERVER, 123, Said.monlist(Scene.START, true, 440));
  }

  @Override
  protected Scene harmless() {
    return new Scene().said(CLIENT, SERVER, 123, Said.monlist(Scene.START, false, 8));
  }

  @Test
  void isMediumWhenItAmplifies() {
    Scene scene = new Scene();
    for (int i = 0; i < 300; i++) {
      scene.said(CLIENT, SERVER, 123, Said.monlist(Scene.START + i, true, 440));
    }
    assertThat(scene.shownTo(detector()).getFirst().severity()).isEqualTo(Severity.MEDIUM);
  }
}
