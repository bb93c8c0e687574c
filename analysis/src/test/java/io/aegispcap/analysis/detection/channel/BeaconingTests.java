package io.aegispcap.analysis.detection.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.DetectionOptions;
import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorContract;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.Said;
import io.aegispcap.analysis.detection.Scene;
import io.aegispcap.analysis.detection.Severity;
import org.junit.jupiter.api.Test;

/// See [DetectorContract] for what it also shows.
class BeaconingTests extends DetectorContract {
  private static final String CLIENT = "10.0.0.5";
  private static final String SERVER = "198.51.100.7";

  @Override
  protected Detector detector() {
    return new Beaconing(DetectionOptions.usual());
  }

  @Override
  protected Scene hostile() {
    return calls(24, 60, SERVER);
  }

  @Override
  protected Scene harmless() {
    return calls(Beaconing.CONNECTIONS - 1, 60, SERVER);
  }

  private static Scene calls(int count, int seconds, String server) {
    Scene scene = new Scene();
    for (int i = 0; i < count; i++) {
      scene.talked(CLIENT, server, 443, 300, 300).after(seconds);
    }
    return scene;
  }

  @Test
  void leavesTimeAndInsideServersOut() {
    assertThat(calls(50, 60, "10.0.0.9").shownTo(detector())).isEmpty();
    Scene scene = new Scene();
    for (int i = 0; i < 50; i++) {
      scene.datagram(CLIENT, 123, SERVER, 123, 48).after(64);
    }
    assertThat(scene.shownTo(detector())).isEmpty();
  }

  @Test
  void takesIrregularCallsForHarmless() {
    Scene scene = new Scene();
    int[] gaps = {1, 900, 3, 14, 2_500, 7, 60, 5_000, 11, 2, 700, 1, 30, 4_000, 9, 2};
    for (int gap : gaps) {
      scene.talked(CLIENT, SERVER, 443, 100 + gap * 3, 300).after(gap);
    }
    assertThat(scene.shownTo(detector())).isEmpty();
  }

  @Test
  void isNeverMoreThanLowOfOneHost() {
    assertThat(calls(48, 1_800, SERVER).shownTo(detector()).getFirst().severity())
        .isEqualTo(Severity.LOW);
  }

  @Test
  void leavesServicesThatAreAskedInARhythmOut() {
    Scene scene = calls(20, 60, SERVER);
    scene.said(
        CLIENT, SERVER, 80, Said.get(Scene.START, "au.download.windowsupdate.com", "/", "x"));
    assertThat(scene.shownTo(detector())).isEmpty();
  }

  @Test
  void isMediumWhenTheServerVouchesForItself() {
    Scene scene = calls(48, 60, SERVER);
    scene.said(
        CLIENT, SERVER, 443, Said.tls(Scene.START, "", Said.certificate("CN=x", "CN=x", 1, 2_048)));
    assertThat(scene.shownTo(detector()).getFirst().severity()).isEqualTo(Severity.MEDIUM);
  }

  @Test
  void provesItByTheFirstCallAndByTheLastOnes() {
    Finding finding = calls(24, 60, SERVER).shownTo(detector()).getFirst();
    assertThat(finding.evidence().frames()).startsWith(1L);
    assertThat(finding.evidence().totalFlows()).isEqualTo(24);
    assertThat(finding.evidence().totalFrames()).isEqualTo(24 * 8);
  }
}
