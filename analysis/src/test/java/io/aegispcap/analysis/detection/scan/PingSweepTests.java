package io.aegispcap.analysis.detection.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorContract;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.Scene;
import io.aegispcap.analysis.detection.Severity;
import org.junit.jupiter.api.Test;

/// See [DetectorContract] for what it also shows.
class PingSweepTests extends DetectorContract {
  private static final String CLIENT = "10.0.0.5";

  @Override
  protected Detector detector() {
    return new PingSweep();
  }

  @Override
  protected Scene hostile() {
    return pings(PingSweep.HOSTS);
  }

  @Override
  protected Scene harmless() {
    return pings(PingSweep.HOSTS - 1);
  }

  private static Scene pings(int count) {
    Scene scene = new Scene();
    for (int host = 1; host <= count; host++) {
      scene.ping(CLIENT, "10.0.1." + host);
    }
    return scene;
  }

  @Test
  void takesHostsThatAnswerForMonitoring() {
    Scene scene = new Scene();
    for (int host = 1; host <= 30; host++) {
      scene.pinged(CLIENT, "10.0.1." + host);
    }
    Finding finding = scene.shownTo(new PingSweep()).getFirst();
    assertThat(finding.severity()).isEqualTo(Severity.LOW);
  }
}
