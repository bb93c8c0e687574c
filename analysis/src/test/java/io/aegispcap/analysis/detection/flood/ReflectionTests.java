package io.aegispcap.analysis.detection.flood;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorContract;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.Scene;
import org.junit.jupiter.api.Test;

/// See [DetectorContract] for what it also shows.
class ReflectionTests extends DetectorContract {
  private static final String CLIENT = "10.0.0.5";

  @Override
  protected Detector detector() {
    return new Reflection();
  }

  @Override
  protected Scene hostile() {
    return answers(Reflection.ANSWERS, Reflection.SERVERS, 11_211);
  }

  @Override
  protected Scene harmless() {
    return answers(Reflection.ANSWERS, Reflection.SERVERS - 1, 11_211);
  }

  private static Scene answers(int count, int servers, int service) {
    Scene scene = new Scene();
    for (int i = 0; i < count; i++) {
      scene.datagram("203.0.113." + (1 + i % servers), service, CLIENT, 33_333, 1_200);
    }
    return scene;
  }

  @Test
  void needsTheRate() {
    assertThat(answers(Reflection.ANSWERS - 1, 60, 11_211).shownTo(detector())).isEmpty();
  }

  @Test
  void seesDnsAnswersThatNobodyAskedFor() {
    Finding finding = answers(1_500, 100, 53).shownTo(new Reflection()).getFirst();
    assertThat(finding.subject()).isEqualTo(CLIENT);
    assertThat(finding.target()).contains("DNS answers");
  }

  @Test
  void takesOtherServicesForNoReflection() {
    assertThat(answers(1_500, 100, 443).shownTo(new Reflection())).isEmpty();
  }
}
