package io.aegispcap.analysis.detection.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorContract;
import io.aegispcap.analysis.detection.Scene;
import org.junit.jupiter.api.Test;

/// See [DetectorContract] for what it also shows.
class SlowScanTests extends DetectorContract {
  private static final String CLIENT = "10.0.0.5";

  @Override
  protected Detector detector() {
    return new SlowScan();
  }

  @Override
  protected Scene hostile() {
    return places(SlowScan.PLACES, 240);
  }

  @Override
  protected Scene harmless() {
    return places(SlowScan.PLACES, 20);
  }

  private static Scene places(int count, int seconds) {
    Scene scene = new Scene();
    for (int place = 1; place <= count; place++) {
      scene.refused(CLIENT, "10.0.2." + place, 1_000 + place).after(seconds);
    }
    return scene;
  }

  @Test
  void needsEnoughPlaces() {
    assertThat(places(SlowScan.PLACES - 1, 240).shownTo(detector())).isEmpty();
  }

  @Test
  void letsAnswersUndoFailures() {
    Scene scene = places(SlowScan.PLACES, 240);
    for (int place = 1; place <= 40; place++) {
      scene.talked(CLIENT, "10.0.3." + place, 443, 10, 10);
    }
    assertThat(scene.shownTo(detector())).isEmpty();
  }
}
