package io.aegispcap.analysis.detection.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.DetectionOptions;
import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorContract;
import io.aegispcap.analysis.detection.Scene;
import io.aegispcap.analysis.detection.Severity;
import org.junit.jupiter.api.Test;

/// See [DetectorContract] for what it also shows.
class ExfiltrationTests extends DetectorContract {
  private static final String CLIENT = "10.0.0.5";
  private static final String SERVER = "198.51.100.7";

  @Override
  protected Detector detector() {
    return new Exfiltration(DetectionOptions.usual());
  }

  @Override
  protected Scene hostile() {
    return sent(50_000_000, 1_000);
  }

  @Override
  protected Scene harmless() {
    return sent(49_000_000, 1_000);
  }

  private static Scene sent(int bytes, int back) {
    return new Scene().talked(CLIENT, SERVER, 443, bytes, back);
  }

  @Test
  void leavesExchangesBothWaysOut() {
    assertThat(sent(50_000_000, 11_000_000).shownTo(detector())).isEmpty();
  }

  @Test
  void isMediumWhenAnHourStandsOut() {
    Scene scene = new Scene();
    for (int hour = 0; hour < 6; hour++) {
      scene.talked(CLIENT, "203.0.113.9", 443, 20_000, 100).after(3_600);
    }
    scene.talked(CLIENT, SERVER, 443, 50_000_000, 1_000);
    assertThat(scene.shownTo(detector()).getFirst().severity()).isEqualTo(Severity.MEDIUM);
  }
}
