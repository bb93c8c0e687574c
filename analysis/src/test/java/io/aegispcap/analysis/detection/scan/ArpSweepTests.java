package io.aegispcap.analysis.detection.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorContract;
import io.aegispcap.analysis.detection.Scene;
import io.aegispcap.analysis.detection.Severity;
import org.junit.jupiter.api.Test;

/// See [DetectorContract] for what it also shows.
class ArpSweepTests extends DetectorContract {
  @Override
  protected Detector detector() {
    return new ArpSweep();
  }

  @Override
  protected boolean provesByFlows() {
    return false;
  }

  private static Scene asked(int hosts, double gap) {
    Scene scene = new Scene();
    for (int i = 0; i < hosts; i++) {
      scene
          .after(gap)
          .arp(false, "0200000000ee", "10.0.0.66", "10.0." + (1 + i / 250) + "." + i % 250);
    }
    return scene;
  }

  @Override
  protected Scene hostile() {
    return asked(ArpSweep.MANY, 0.01);
  }

  /// One below the threshold, and as many in all with a pause.
  @Override
  protected Scene harmless() {
    return asked(ArpSweep.HOSTS - 1, 0.01)
        .after(31)
        .arp(false, "0200000000ee", "10.0.0.66", "10.0.9.9");
  }

  @Test
  void gradesManyAtOnceMediumAndOthersLow() {
    assertThat(hostile().shownTo(detector()).getFirst().severity()).isEqualTo(Severity.MEDIUM);
    assertThat(asked(ArpSweep.MANY, 2).shownTo(detector()).getFirst().severity())
        .isEqualTo(Severity.LOW);
    assertThat(asked(ArpSweep.HOSTS, 0.01).shownTo(detector()).getFirst().severity())
        .isEqualTo(Severity.LOW);
  }

  @Test
  void namesTheStationWhereItSaysNoAddress() {
    Scene scene = new Scene();
    for (int i = 0; i < ArpSweep.HOSTS; i++) {
      scene.arp(false, "0200000000ee", "0.0.0.0", "10.0.1." + i);
    }
    assertThat(scene.shownTo(detector()).getFirst().subject()).isEqualTo("02-00-00-00-00-EE");
  }
}
