package io.aegispcap.analysis.detection.name;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorContract;
import io.aegispcap.analysis.detection.Said;
import io.aegispcap.analysis.detection.Scene;
import io.aegispcap.analysis.detection.Severity;
import org.junit.jupiter.api.Test;

/// See [DetectorContract] for what it also shows.
class GeneratedNamesTests extends DetectorContract {
  private static final String CLIENT = "10.0.0.5";
  private static final String SERVER = "198.51.100.7";

  @Override
  protected Detector detector() {
    return new GeneratedNames();
  }

  @Override
  protected Scene hostile() {
    return missing(10, "xkqvz", 60);
  }

  @Override
  protected Scene harmless() {
    return missing(9, "xkqvz", 60);
  }

  private static Scene missing(int count, String begin, int seconds) {
    Scene scene = new Scene();
    for (int i = 0; i < count; i++) {
      String name = begin + (char) (97 + i % 26) + "jwq" + i + "hx.com";
      scene.said(CLIENT, SERVER, 53, Said.asked(scene.now(), name, "A", "NXDOMAIN"));
      scene.after(seconds);
    }
    return scene;
  }

  @Test
  void takesNamesThatExistForHarmless() {
    Scene scene = new Scene();
    for (int i = 0; i < 100; i++) {
      String name = "xkqvz" + i + "jwqhx.com";
      scene.said(CLIENT, SERVER, 53, Said.asked(scene.now(), name, "A", "NOERROR")).after(1);
    }
    assertThat(scene.shownTo(detector())).isEmpty();
  }

  @Test
  void takesMistypedWordsForHarmless() {
    Scene scene = new Scene();
    for (String word :
        new String[] {
          "gardenfurniture",
          "newsletter",
          "weatherstation",
          "greenhouses",
          "internation",
          "onlinebanking",
          "readinglist",
          "horseriding",
          "theatretickets",
          "personaltrainer",
          "interior"
        }) {
      scene.said(CLIENT, SERVER, 53, Said.asked(scene.now(), word + ".com", "A", "NXDOMAIN"));
    }
    assertThat(scene.shownTo(detector())).isEmpty();
  }

  @Test
  void needsThemWithinAnHour() {
    assertThat(missing(10, "xkqvz", 600).shownTo(detector())).isEmpty();
  }

  @Test
  void isMediumForRandomNames() {
    assertThat(hostile().shownTo(detector()).getFirst().severity()).isEqualTo(Severity.MEDIUM);
  }
}
