package io.aegispcap.analysis.detection.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorContract;
import io.aegispcap.analysis.detection.Scene;
import io.aegispcap.analysis.detection.Severity;
import org.junit.jupiter.api.Test;

/// See [DetectorContract] for what it also shows.
class RogueRouterTests extends DetectorContract {
  @Override
  protected Detector detector() {
    return new RogueRouter();
  }

  @Override
  protected boolean provesByFlows() {
    return false;
  }

  @Override
  protected Scene hostile() {
    return new Scene()
        .advertised("fe80::1", "2001:db8:1::", 30)
        .after(5)
        .advertised("fe80::66", "2001:db8:2::", 30);
  }

  /// A pair of routers that say the same, one that is leaving, and one of long ago.
  @Override
  protected Scene harmless() {
    return new Scene()
        .advertised("fe80::1", "2001:db8:1::", 30)
        .advertised("fe80::2", "2001:db8:1::", 30)
        .advertised("fe80::3", "2001:db8:2::", 0)
        .after(2_000)
        .advertised("fe80::4", "2001:db8:2::", 30);
  }

  @Test
  void gradesManyRoutersMediumAndASecondOneInformation() {
    Scene scene = new Scene();
    for (int i = 1; i <= RogueRouter.MANY; i++) {
      scene.advertised("fe80::" + i, "2001:db8:1::", 30);
    }
    assertThat(scene.shownTo(detector()))
        .extracting(finding -> finding.severity())
        .containsExactly(Severity.MEDIUM);
    assertThat(hostile().shownTo(detector()))
        .extracting(finding -> finding.severity())
        .containsExactly(Severity.INFO);
  }
}
