package io.aegispcap.analysis.detection.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorContract;
import io.aegispcap.analysis.detection.Said;
import io.aegispcap.analysis.detection.Scene;
import io.aegispcap.analysis.detection.Severity;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/// See [DetectorContract] for what it also shows.
class WebShellTests extends DetectorContract {
  private static final String CLIENT = "203.0.113.9";
  private static final String SERVER = "10.0.0.80";
  private static final String FORM = "application/x-www-form-urlencoded";

  @Override
  protected Detector detector() {
    return new WebShell();
  }

  @Override
  protected Scene hostile() {
    return used("POST", "/up/x.php", "k=whoami", "www-data\n");
  }

  @Override
  protected Scene harmless() {
    return used("POST", "/search.php", "q=find+a+dir", "<html>3 results</html>");
  }

  private static Scene used(String method, String uri, String body, String answer) {
    return more(new Scene(), method, uri, body, answer);
  }

  private static Scene more(Scene scene, String method, String uri, String body, String answer) {
    return scene
        .after(5)
        .said(CLIENT, SERVER, 80, Said.sent(scene.now(), method, uri, FORM, body, 200, answer));
  }

  private Severity severity(Scene scene) {
    return scene.shownTo(detector()).getFirst().severity();
  }

  @Test
  void gradesCommandsWithTheirOutputHigh() {
    assertThat(severity(used("GET", "/x.jsp?cmd=id", "", "uid=33(www-data) gid=33(www-data)")))
        .isEqualTo(Severity.HIGH);
  }

  @Test
  void seesCodeThatIsSentToBeRun() {
    String code =
        Base64.getEncoder()
            .encodeToString(
                "@ini_set(\"display_errors\",\"0\");echo 1;".getBytes(StandardCharsets.US_ASCII));
    Scene scene = used("POST", "/i.php", "a=@eval(base64_decode($_POST[z]));&z=" + code, "->|1|<-");
    assertThat(severity(scene)).isEqualTo(Severity.LOW);
    assertThat(scene.shownTo(detector()).getFirst().sentence()).contains("code").contains("/i.php");
  }

  @Test
  void seesOpaqueTalkWithAScript() {
    String sealed = "q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJCrze8SNFZ4kKvN7xI0VniQ";
    Scene scene = new Scene();
    for (int i = 0; i < 3; i++) {
      assertThat(scene.shownTo(detector())).isEmpty();
      more(scene, "POST", "/s.aspx", sealed, sealed);
    }
    assertThat(severity(scene)).isIn(Severity.LOW, Severity.MEDIUM);
  }

  @Test
  void takesOtherPagesForHarmless() {
    assertThat(used("GET", "/list.php?cmd=list&id=7", "", "<html>list</html>").shownTo(detector()))
        .isEmpty();
    assertThat(used("GET", "/x.html?cmd=whoami", "", "a").shownTo(detector())).isEmpty();
    assertThat(used("POST", "/ajax.php", "action=heartbeat&data=1", "ok").shownTo(detector()))
        .isEmpty();
    assertThat(
            used("GET", "/doc.php?page=uname", "", "<!doctype html>manual of uname")
                .shownTo(detector()))
        .isEmpty();
  }
}
