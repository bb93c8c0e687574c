package io.aegispcap.analysis.detection.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.DetectionOptions;
import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorContract;
import io.aegispcap.analysis.detection.Scene;
import io.aegispcap.analysis.detection.Severity;
import org.junit.jupiter.api.Test;

/// See [DetectorContract] for what it also shows.
class HostSweepTests extends DetectorContract {
  private static final String CLIENT = "10.0.0.5";

  @Override
  protected Detector detector() {
    return new HostSweep(DetectionOptions.usual());
  }

  @Override
  protected Scene hostile() {
    return hosts(HostSweep.HOSTS);
  }

  @Override
  protected Scene harmless() {
    return hosts(HostSweep.HOSTS - 1);
  }

  private static Scene hosts(int count) {
    Scene scene = new Scene();
    for (int host = 1; host <= count; host++) {
      scene.unanswered(CLIENT, "198.51." + host / 250 + "." + (1 + host % 250), 445);
    }
    return scene;
  }

  private static Severity severity(Scene scene) {
    return scene.shownTo(new HostSweep(DetectionOptions.usual())).getFirst().severity();
  }

  @Test
  void holdsInsideSourcesToMoreHosts() {
    assertThat(severity(hosts(HostSweep.LOCAL_HOSTS - 1))).isEqualTo(Severity.LOW);
    assertThat(severity(hosts(HostSweep.LOCAL_HOSTS))).isEqualTo(Severity.MEDIUM);
  }

  @Test
  void letsAnswersUndoFailures() {
    Scene scene = new Scene();
    for (int host = 1; host <= 60; host++) {
      scene.unanswered(CLIENT, "198.51.100." + host, 443);
      scene.talked(CLIENT, "203.0.113." + host, 443, 10, 10);
      scene.talked(CLIENT, "192.0.2." + host, 443, 10, 10);
    }
    assertThat(scene.shownTo(detector())).isEmpty();
  }

  @Test
  void takesOffersOfAddressesForNoSweep() {
    Scene scene = new Scene();
    for (int i = 0; i < 100; i++) {
      scene.datagram("10.0.0.1", 67, "10.0.1." + i, 68, 300).after(0.1);
    }
    assertThat(scene.shownTo(detector())).isEmpty();
  }
}
