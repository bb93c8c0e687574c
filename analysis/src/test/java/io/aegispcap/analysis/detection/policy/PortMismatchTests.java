package io.aegispcap.analysis.detection.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorContract;
import io.aegispcap.analysis.detection.Scene;
import io.aegispcap.analysis.detection.Severity;
import org.junit.jupiter.api.Test;

/// See [DetectorContract] for what it also shows.
class PortMismatchTests extends DetectorContract {
  private static final String CLIENT = "10.0.0.5";
  private static final String SERVER = "203.0.113.7";
  private static final String SSH = "SSH-2.0-OpenSSH_9.6\r\n";

  @Override
  protected Detector detector() {
    return new PortMismatch();
  }

  @Override
  protected Scene hostile() {
    return new Scene().spoke(CLIENT, SERVER, 443, SSH, SSH);
  }

  @Override
  protected Scene harmless() {
    return new Scene().spoke(CLIENT, SERVER, 22, SSH, SSH).spoke(CLIENT, SERVER, 2222, SSH, SSH);
  }

  @Test
  void gradesPagesForInformation() {
    Scene scene =
        new Scene()
            .spoke(
                CLIENT,
                SERVER,
                25,
                "GET / HTTP/1.1\r\nHost: a\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    assertThat(scene.shownTo(detector()).getFirst().severity()).isEqualTo(Severity.INFO);
    assertThat(hostile().shownTo(detector()).getFirst().severity()).isEqualTo(Severity.LOW);
  }
}
