package io.aegispcap.analysis.detection.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorContract;
import io.aegispcap.analysis.detection.Said;
import io.aegispcap.analysis.detection.Scene;
import io.aegispcap.analysis.detection.Severity;
import org.junit.jupiter.api.Test;

/// See [DetectorContract] for what it also shows.
class HttpPollingTests extends DetectorContract {
  private static final long SECOND = 1_000_000_000L;

  @Override
  protected Detector detector() {
    return new HttpPolling();
  }

  @Override
  protected Scene hostile() {
    return polling(12, "192.0.2.7", "/news.php?id=1", 5);
  }

  /// As often, but in no rhythm.
  @Override
  protected Scene harmless() {
    Scene scene = new Scene();
    long time = Scene.START;
    for (int i = 0; i < 20; i++) {
      time += (1 + (long) i * i * i % 97) * SECOND;
      scene.said("10.0.0.5", "192.0.2.7", 80, Said.get(time, "192.0.2.7", "/a.php", "x"));
    }
    return scene;
  }

  private static Scene polling(int times, String host, String uri, long gap) {
    Scene scene = new Scene();
    for (int i = 0; i < times; i++) {
      long time = Scene.START + i * gap * SECOND;
      scene.said("10.0.0.5", "192.0.2.7", 80, Said.get(time, host, uri, "x"));
    }
    return scene;
  }

  @Test
  void gradesPagesOfABareAddressLow() {
    assertThat(hostile().shownTo(detector()).getFirst().severity()).isEqualTo(Severity.LOW);
  }

  @Test
  void gradesANamedHostInformation() {
    assertThat(polling(12, "example.org", "/a.php", 5).shownTo(detector()).getFirst().severity())
        .isEqualTo(Severity.INFO);
  }

  @Test
  void needsTenRequests() {
    assertThat(polling(9, "192.0.2.7", "/a.php", 5).shownTo(detector())).isEmpty();
  }

  /// Data sent in a rhythm by an agent of its own, beside a browser.
  private static Scene reports(int times, String host, String uri) {
    Scene scene = new Scene();
    scene.said("10.0.0.5", "192.0.2.80", 80, Said.get(Scene.START, "example.org", "/", "browser"));
    for (int i = 0; i < times; i++) {
      scene.said(
          "10.0.0.5",
          "192.0.2.7",
          80,
          Said.report(Scene.START + i * 5L * SECOND, host, uri, "own"));
    }
    return scene;
  }

  @Test
  void gradesALongSeriesWithAllSignsMedium() {
    assertThat(reports(30, "192.0.2.7", "/gate.php").shownTo(detector()).getFirst().severity())
        .isEqualTo(Severity.MEDIUM);
    assertThat(reports(29, "192.0.2.7", "/gate.php").shownTo(detector()).getFirst().severity())
        .isEqualTo(Severity.LOW);
  }

  @Test
  void gradesThreeSignsLowWhateverTheyAre() {
    assertThat(reports(30, "example.org", "/gate.php").shownTo(detector()).getFirst().severity())
        .isEqualTo(Severity.LOW);
    assertThat(reports(30, "example.org", "/gate").shownTo(detector()).getFirst().severity())
        .isEqualTo(Severity.INFO);
  }
}
