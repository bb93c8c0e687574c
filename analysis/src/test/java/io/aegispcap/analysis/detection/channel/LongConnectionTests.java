package io.aegispcap.analysis.detection.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.DetectionOptions;
import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorContract;
import io.aegispcap.analysis.detection.Scene;
import io.aegispcap.analysis.detection.Severity;
import org.junit.jupiter.api.Test;

/// See [DetectorContract] for what it also shows.
class LongConnectionTests extends DetectorContract {
  private static final String CLIENT = "10.0.0.5";
  private static final String SERVER = "198.51.100.7";

  @Override
  protected Detector detector() {
    return new LongConnection(DetectionOptions.usual());
  }

  @Override
  protected Scene hostile() {
    return open(61);
  }

  @Override
  protected Scene harmless() {
    return open(59);
  }

  private static Scene open(int minutes) {
    Scene scene = new Scene();
    for (int i = 0; i <= minutes; i++) {
      scene.datagram(CLIENT, 50_000, SERVER, 443, 50);
      scene.datagram(SERVER, 443, CLIENT, 50_000, 50);
      scene.after(60);
    }
    return scene;
  }

  @Test
  void isLowFromEightHoursOn() {
    assertThat(open(60 * 7).shownTo(detector()).getFirst().severity()).isEqualTo(Severity.INFO);
    assertThat(open(60 * 8 + 1).shownTo(detector()).getFirst().severity()).isEqualTo(Severity.LOW);
  }
}
