package io.aegispcap.analysis.detection.flood;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorContract;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.Scene;
import io.aegispcap.analysis.detection.Severity;
import org.junit.jupiter.api.Test;

/// See [DetectorContract] for what it also shows.
class SynFloodTests extends DetectorContract {
  private static final String CLIENT = "10.0.0.5";
  private static final String SERVER = "198.51.100.7";

  @Override
  protected Detector detector() {
    return new SynFlood();
  }

  @Override
  protected Scene hostile() {
    return syns(SynFlood.SYNS, 80, 80);
  }

  @Override
  protected Scene harmless() {
    return syns(SynFlood.SYNS - 1, 80, 80);
  }

  private static Scene syns(int count, int firstPort, int lastPort) {
    Scene scene = new Scene();
    for (int i = 0; i < count; i++) {
      int port = firstPort + i % (lastPort - firstPort + 1);
      scene.unanswered("203.0." + i / 250 % 250 + "." + (1 + i % 250), SERVER, port);
    }
    return scene;
  }

  @Test
  void isAboutTheVictim() {
    Finding finding = hostile().shownTo(new SynFlood()).getFirst();
    assertThat(finding.subject()).isEqualTo(SERVER);
    assertThat(finding.target()).contains("TCP port 80");
    assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
  }

  @Test
  void takesScansOfManyPortsForNoFlood() {
    assertThat(syns(5_000, 1, 1_000).shownTo(new SynFlood())).isEmpty();
  }

  @Test
  void takesConnectionsThatCompleteForNoFlood() {
    Scene scene = new Scene();
    for (int i = 0; i < SynFlood.SYNS + 10; i++) {
      scene.resetAtOnce(CLIENT, SERVER, 80);
    }
    assertThat(scene.shownTo(new SynFlood())).isEmpty();
  }
}
