package io.aegispcap.analysis.detection.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorContract;
import io.aegispcap.analysis.detection.Said;
import io.aegispcap.analysis.detection.Scene;
import io.aegispcap.analysis.detection.Severity;
import org.junit.jupiter.api.Test;

/// See [DetectorContract] for what it also shows.
class RogueDhcpTests extends DetectorContract {
  @Override
  protected Detector detector() {
    return new RogueDhcp();
  }

  private static final String MAC = "00-1B-21-0A-FF-01";
  private static final long START = Scene.START;

  private static Scene offers(String oneRouter, String otherRouter, long otherId, long gap) {
    return new Scene()
        .said("0.0.0.0", "255.255.255.255", 67, Said.offer(START, MAC, 1, "10.0.0.1", oneRouter))
        .said(
            "0.0.0.0",
            "255.255.255.255",
            67,
            Said.offer(START + gap, MAC, otherId, "10.0.0.66", otherRouter));
  }

  @Override
  protected Scene hostile() {
    return offers("10.0.0.1", "10.0.0.66", 1, 1_000_000);
  }

  /// A pair of servers that say the same.
  @Override
  protected Scene harmless() {
    return offers("10.0.0.1", "10.0.0.1", 1, 1_000_000);
  }

  @Test
  void isAboutTheServerThatLeadsToItself() {
    assertThat(offers("10.0.0.254", "10.0.0.66", 1, 1_000).shownTo(detector()).getFirst().subject())
        .isEqualTo("10.0.0.66");
    assertThat(offers("10.0.0.1", "10.0.0.254", 1, 1_000).shownTo(detector()).getFirst())
        .satisfies(
            finding -> {
              assertThat(finding.subject()).isEqualTo("10.0.0.1");
              assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
              assertThat(finding.sentence()).contains("name servers and routers");
            });
  }

  @Test
  void leavesTwoNetworksVisitedOneAfterTheOtherAlone() {
    assertThat(offers("10.0.0.1", "10.0.0.66", 2, 1_000_000).shownTo(detector())).isEmpty();
    assertThat(offers("10.0.0.1", "10.0.0.66", 1, RogueDhcp.SAME + 1).shownTo(detector()))
        .isEmpty();
  }

  @Test
  void namesOneOfTwoThatAnswerInTurns() {
    Scene scene = offers("10.0.0.1", "10.0.0.66", 1, 1_000);
    scene.said(
        "0.0.0.0", "255.255.255.255", 67, Said.offer(START, MAC, 2, "10.0.0.66", "10.0.0.66"));
    scene.said(
        "0.0.0.0", "255.255.255.255", 67, Said.offer(START + 1, MAC, 2, "10.0.0.1", "10.0.0.1"));
    assertThat(scene.shownTo(detector()))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.subject()).isEqualTo("10.0.0.66");
              assertThat(finding.count()).isEqualTo(2);
            });
  }
}
