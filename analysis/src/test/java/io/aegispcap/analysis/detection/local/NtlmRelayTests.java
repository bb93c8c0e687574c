package io.aegispcap.analysis.detection.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorContract;
import io.aegispcap.analysis.detection.Said;
import io.aegispcap.analysis.detection.Scene;
import io.aegispcap.analysis.detection.Severity;
import org.junit.jupiter.api.Test;

/// See [DetectorContract] for what it also shows.
class NtlmRelayTests extends DetectorContract {
  @Override
  protected Detector detector() {
    return new NtlmRelay();
  }

  private static final long START = Scene.START;
  private static final String VICTIM = "10.0.0.5";
  private static final String MIDDLE = "10.0.0.66";
  private static final String SERVER = "10.0.0.9";
  private static final String ASKED = "00112233445566ff";

  private static Scene login(Scene scene, String from, String to, String challenge) {
    return scene.said(from, to, 445, Said.ntlm(START + 1_000_000, challenge, "alice"));
  }

  @Override
  protected Scene hostile() {
    return login(login(new Scene(), VICTIM, MIDDLE, ASKED), MIDDLE, SERVER, ASKED);
  }

  /// Each login has a challenge of its own, or none that was seen; one is asked again hours later.
  @Override
  protected Scene harmless() {
    Scene scene = login(new Scene(), VICTIM, MIDDLE, ASKED);
    login(scene, MIDDLE, SERVER, "ff11223344556600");
    login(login(scene, VICTIM, MIDDLE, ""), MIDDLE, SERVER, "");
    return scene.said(
        MIDDLE, SERVER, 445, Said.ntlm(START + 2 * NtlmRelay.TOGETHER, ASKED, "alice"));
  }

  @Test
  void isAboutTheHostInTheMiddleWhicheverSideIsToldFirst() {
    Scene turned = login(login(new Scene(), MIDDLE, SERVER, ASKED), VICTIM, MIDDLE, ASKED);
    assertThat(turned.shownTo(detector()))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.subject()).isEqualTo(MIDDLE);
              assertThat(finding.target()).contains(SERVER);
              assertThat(finding.severity()).isEqualTo(Severity.HIGH);
              assertThat(finding.sentence()).contains("alice", VICTIM);
            });
  }

  @Test
  void seesALoginAtAWebServerPassedOnToAnotherService() {
    Scene scene =
        new Scene().said(VICTIM, MIDDLE, 80, Said.httpNtlm(START + 1_000_000, ASKED, "alice"));
    assertThat(login(scene, MIDDLE, SERVER, ASKED).shownTo(detector()))
        .extracting(finding -> finding.severity())
        .containsExactly(Severity.HIGH);
  }

  @Test
  void gradesTheSameQuestionOfAnotherServerMedium() {
    Scene scene = login(login(new Scene(), VICTIM, MIDDLE, ASKED), "10.0.0.7", SERVER, ASKED);
    assertThat(scene.shownTo(detector()))
        .extracting(finding -> finding.severity())
        .containsExactly(Severity.MEDIUM);
  }

  @Test
  void seesAServerThatAlwaysAsksTheSame() {
    Scene scene = login(login(new Scene(), VICTIM, MIDDLE, ASKED), "10.0.0.6", MIDDLE, ASKED);
    assertThat(scene.shownTo(detector())).isEmpty();
    assertThat(login(scene, "10.0.0.7", MIDDLE, ASKED).shownTo(detector()))
        .extracting(finding -> finding.severity())
        .containsExactly(Severity.MEDIUM);
  }

  /// Some servers, and tools, ask the same always: what is passed on is told from that.
  @Test
  void seesALoginPassedOnToAServerThatAlwaysAsksTheSame() {
    Scene scene = login(new Scene(), VICTIM, SERVER, ASKED);
    login(login(scene, VICTIM, MIDDLE, ASKED), MIDDLE, SERVER, ASKED);
    assertThat(scene.shownTo(detector()))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.subject()).isEqualTo(MIDDLE);
              assertThat(finding.severity()).isEqualTo(Severity.HIGH);
            });
  }

  @Test
  void provesManyLoginsByTheFirstAndTheLast() {
    Scene scene = new Scene();
    for (int i = 1; i <= 40; i++) {
      login(scene, "10.0.1." + i, MIDDLE, ASKED);
    }
    assertThat(scene.shownTo(detector()))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.count()).isEqualTo(40);
              assertThat(finding.evidence().totalFrames()).isEqualTo(40);
              assertThat(finding.evidence().totalFlows()).isEqualTo(40);
              assertThat(finding.evidence().flows())
                  .extracting(key -> key.source().toString())
                  .contains("10.0.1.1", "10.0.1.40");
            });
  }
}
