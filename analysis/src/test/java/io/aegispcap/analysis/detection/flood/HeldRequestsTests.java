package io.aegispcap.analysis.detection.flood;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorContract;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.Scene;
import io.aegispcap.analysis.detection.Severity;
import org.junit.jupiter.api.Test;

/// See [DetectorContract] for what it also shows.
class HeldRequestsTests extends DetectorContract {
  private static final String CLIENT = "10.0.0.5";
  private static final String SERVER = "10.0.0.9";

  @Override
  protected Detector detector() {
    return new HeldRequests();
  }

  @Override
  protected Scene hostile() {
    return unfinished(HeldRequests.CONNECTIONS, 12);
  }

  @Override
  protected Scene harmless() {
    return unfinished(HeldRequests.CONNECTIONS - 1, 12);
  }

  private static Scene unfinished(int count, int seconds) {
    Scene scene = new Scene();
    for (int i = 0; i < count; i++) {
      scene.dripped(CLIENT, SERVER, 80, "GET / HTTP/1.1\r\nHost: x\r\n", "X-a: b\r\n", seconds);
    }
    return scene;
  }

  @Test
  void namesWhoHoldsWhat() {
    Finding finding = hostile().shownTo(new HeldRequests()).getFirst();
    assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
    assertThat(finding.sentence()).startsWith(CLIENT + " held 100 connections to " + SERVER);
  }

  @Test
  void forgivesRequestsThatAreSoonOver() {
    assertThat(unfinished(300, 2).shownTo(new HeldRequests())).isEmpty();
  }

  @Test
  void forgivesAnsweredOnes() {
    Scene scene = new Scene();
    for (int i = 0; i < 300; i++) {
      scene.spoke(
          CLIENT, SERVER, 80, "GET / HTTP/1.1\r\nHost: x\r\n\r\n", "HTTP/1.1 200 OK\r\n\r\n");
      scene.after(12);
    }
    assertThat(scene.shownTo(new HeldRequests())).isEmpty();
  }
}
