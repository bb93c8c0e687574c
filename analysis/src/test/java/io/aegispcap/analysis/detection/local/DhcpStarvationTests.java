package io.aegispcap.analysis.detection.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorContract;
import io.aegispcap.analysis.detection.Said;
import io.aegispcap.analysis.detection.Scene;
import io.aegispcap.analysis.detection.Severity;
import org.junit.jupiter.api.Test;

/// See [DetectorContract] for what it also shows.
class DhcpStarvationTests extends DetectorContract {
  @Override
  protected Detector detector() {
    return new DhcpStarvation();
  }

  private static Scene asked(int clients, long gap) {
    Scene scene = new Scene();
    for (int i = 0; i < clients; i++) {
      scene.said(
          "0.0.0.0",
          "255.255.255.255",
          67,
          Said.discover(
              Scene.START + i * gap, "00-00-00-00-%02X-%02X".formatted(i / 256, i % 256)));
    }
    return scene;
  }

  @Override
  protected Scene hostile() {
    return asked(DhcpStarvation.CLIENTS, 1_000_000);
  }

  @Override
  protected Scene harmless() {
    return asked(DhcpStarvation.CLIENTS - 1, 1_000_000);
  }

  @Test
  void leavesManyClientsInLongTimeAlone() {
    assertThat(asked(500, 2_000_000_000).shownTo(detector())).isEmpty();
  }

  @Test
  void countsClientsNotQuestions() {
    Scene scene = new Scene();
    for (int i = 0; i < 500; i++) {
      scene.said(
          "0.0.0.0", "255.255.255.255", 67, Said.discover(Scene.START + i, "00-00-00-00-00-01"));
    }
    assertThat(scene.shownTo(detector())).isEmpty();
    assertThat(hostile().shownTo(detector()).getFirst().severity()).isEqualTo(Severity.MEDIUM);
  }
}
