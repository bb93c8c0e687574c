package io.aegispcap.analysis.detection.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorContract;
import io.aegispcap.analysis.detection.Scene;
import io.aegispcap.analysis.detection.Severity;
import org.junit.jupiter.api.Test;

/// See [DetectorContract] for what it also shows.
class ArpSpoofingTests extends DetectorContract {
  @Override
  protected Detector detector() {
    return new ArpSpoofing();
  }

  private static final String GATEWAY = "02000000000a";
  private static final String VICTIM = "02000000000b";
  private static final String ATTACKER = "0200000000ee";

  @Override
  protected boolean provesByFlows() {
    return false;
  }

  /// The stations of a link say who they are, each once.
  private static Scene link() {
    return new Scene()
        .arp(false, GATEWAY, "10.0.0.1", "10.0.0.2")
        .arp(true, VICTIM, "10.0.0.2", "10.0.0.1")
        .arp(false, ATTACKER, "10.0.0.66", "10.0.0.1")
        .arp(true, GATEWAY, "10.0.0.1", "10.0.0.66");
  }

  @Override
  protected Scene hostile() {
    Scene scene = link();
    for (int i = 0; i < ArpSpoofing.UNASKED; i++) {
      scene.after(10);
      scene.arp(true, ATTACKER, "10.0.0.1", "10.0.0.2");
      scene.arp(true, ATTACKER, "10.0.0.2", "10.0.0.1");
    }
    return scene;
  }

  /// Answers to questions, an address that moves to another station, and a pair of VRRP routers.
  @Override
  protected Scene harmless() {
    Scene scene = link();
    for (int i = 0; i < 20; i++) {
      scene.after(60).arp(false, VICTIM, "10.0.0.2", "10.0.0.1");
      scene.arp(true, GATEWAY, "10.0.0.1", "10.0.0.2");
    }
    for (int i = 0; i < ArpSpoofing.UNASKED - 1; i++) {
      scene.after(10).arp(true, "0200000000cc", "10.0.0.2", "10.0.0.2");
    }
    for (int i = 0; i < 20; i++) {
      scene.after(10).arp(true, "00005e000107", "10.0.0.1", "10.0.0.1");
    }
    return scene;
  }

  @Test
  void gradesDeceivingBothEndsHighAndNamesTheDeceiversOwnAddress() {
    assertThat(hostile().shownTo(detector()))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.HIGH);
              assertThat(finding.subject()).isEqualTo("10.0.0.66");
              assertThat(finding.sentence()).contains("02-00-00-00-00-EE", "10.0.0.1", "10.0.0.2");
            });
  }

  @Test
  void leavesThoseAloneWhoDefendTheirAddress() {
    Scene scene = hostile();
    for (int i = 0; i < ArpSpoofing.UNASKED; i++) {
      scene.after(10).arp(true, ATTACKER, "10.0.0.1", "10.0.0.2");
      scene.after(10).arp(true, GATEWAY, "10.0.0.1", "10.0.0.2");
    }
    assertThat(scene.shownTo(detector())).hasSize(1);
  }

  @Test
  void gradesATakeoverThatIsFoughtOverMedium() {
    Scene scene = link();
    for (int i = 0; i < ArpSpoofing.UNASKED; i++) {
      scene.after(10).arp(true, ATTACKER, "10.0.0.1", "10.0.0.2");
      scene.after(10).arp(false, GATEWAY, "10.0.0.1", "10.0.0.2");
    }
    assertThat(scene.shownTo(detector()))
        .extracting(finding -> finding.severity())
        .containsExactly(Severity.MEDIUM);
  }

  @Test
  void gradesAnAddressThatMovesOnceLow() {
    Scene scene = link();
    for (int i = 0; i < ArpSpoofing.UNASKED; i++) {
      scene.after(10).arp(true, ATTACKER, "10.0.0.1", "10.0.0.1");
    }
    assertThat(scene.shownTo(detector()))
        .extracting(finding -> finding.severity())
        .containsExactly(Severity.LOW);
  }

  @Test
  void gradesQuestionsInTheNameOfTwoOthersMedium() {
    Scene scene = link();
    for (int i = 0; i < ArpSpoofing.CHANGES; i++) {
      scene.after(10).arp(false, ATTACKER, "10.0.0.1", "10.0.0.2");
      scene.arp(false, ATTACKER, "10.0.0.2", "10.0.0.1");
      scene.after(10).arp(false, GATEWAY, "10.0.0.1", "10.0.0.2");
      scene.arp(true, VICTIM, "10.0.0.2", "10.0.0.1");
    }
    assertThat(scene.shownTo(detector()))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
              assertThat(finding.sentence()).contains("02-00-00-00-00-EE");
            });
  }
}
