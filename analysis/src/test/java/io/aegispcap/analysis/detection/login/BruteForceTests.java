package io.aegispcap.analysis.detection.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorContract;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.Said;
import io.aegispcap.analysis.detection.Scene;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.capture.protocol.ldap.LdapBind;
import io.aegispcap.capture.protocol.login.LoginAttempt;
import io.aegispcap.capture.protocol.login.LoginAttempt.Outcome;
import org.junit.jupiter.api.Test;

/// See [DetectorContract] for what it also shows.
class BruteForceTests extends DetectorContract {
  private static final String CLIENT = "10.0.0.5";
  private static final String SERVER = "198.51.100.7";

  @Override
  protected Detector detector() {
    return new BruteForce();
  }

  @Override
  protected Scene hostile() {
    return guesses(20, 30);
  }

  @Override
  protected Scene harmless() {
    return guesses(19, 30);
  }

  private static Scene guesses(int count, int seconds) {
    Scene scene = new Scene();
    for (int i = 0; i < count; i++) {
      scene.said(
          CLIENT, SERVER, 2_121, Said.login(scene.now(), "root", LoginAttempt.Outcome.REFUSED));
      scene.after(seconds);
    }
    return scene;
  }

  private static Scene sessions(int count, int attempts, boolean in, int packets) {
    Scene scene = new Scene();
    for (int i = 0; i < count; i++) {
      scene.said(CLIENT, SERVER, 902, Said.ssh(scene.now(), attempts, in, packets)).after(20);
    }
    return scene;
  }

  @Test
  void knowsTheProtocolOnAnyPort() {
    Finding finding = hostile().shownTo(new BruteForce()).getFirst();
    assertThat(finding.target()).contains(SERVER + ":2121");
    assertThat(finding.sentence()).contains("FTP");
  }

  private static Scene binds(int count, String name, int result) {
    Scene scene = new Scene();
    for (int i = 0; i < count; i++) {
      scene.said(
          CLIENT, SERVER, 389, new LdapBind(i + 1L, scene.now(), name, "simple", true, result));
      scene.after(1);
    }
    return scene;
  }

  private static Scene database(int count, Outcome outcome) {
    Scene scene = new Scene();
    for (int i = 0; i < count; i++) {
      scene.said(
          CLIENT,
          SERVER,
          3_306,
          new LoginAttempt(
              "mysql", i + 1L, scene.now(), "shop", "mysql_native_password", outcome, false));
      scene.after(1);
    }
    return scene;
  }

  @Test
  void seesGuessesAtADirectory() {
    Finding finding = binds(20, "cn=admin,dc=corp", 49).shownTo(new BruteForce()).getFirst();
    assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
    assertThat(finding.sentence()).contains("20 logins by LDAP");
    assertThat(binds(40, "cn=anna,dc=corp", 0).shownTo(new BruteForce())).isEmpty();
    assertThat(binds(40, "", 49).shownTo(new BruteForce())).isEmpty();
  }

  @Test
  void countsOnlyRefusalsWhereServersAlwaysJudge() {
    assertThat(database(20, Outcome.REFUSED).shownTo(new BruteForce()).getFirst().sentence())
        .contains("20 logins by MYSQL");
    assertThat(database(60, Outcome.UNKNOWN).shownTo(new BruteForce())).isEmpty();
    assertThat(database(60, Outcome.ACCEPTED).shownTo(new BruteForce())).isEmpty();
  }

  @Test
  void forgivesSlowMistakes() {
    assertThat(guesses(40, 60).shownTo(new BruteForce())).isEmpty();
  }

  @Test
  void isHighWhenAGuessWorks() {
    Scene scene = guesses(25, 1);
    scene.said(
        CLIENT, SERVER, 2_121, Said.login(scene.now(), "root", LoginAttempt.Outcome.ACCEPTED));
    assertThat(scene.shownTo(new BruteForce()).getFirst().severity()).isEqualTo(Severity.HIGH);
  }

  private static Scene rejections(int count, int stations, boolean named) {
    Scene scene = new Scene();
    for (int i = 0; i < count; i++) {
      String station = named ? "00-00-5E-00-53-0" + i % stations : "";
      scene.said(
          CLIENT,
          SERVER,
          1812,
          Said.radius(scene.now(), "user" + (named ? i : i % stations), station, "Access-Reject"));
      scene.after(2);
    }
    return scene;
  }

  @Test
  void countsRejectionsByRadiusForEachStation() {
    assertThat(rejections(20, 1, true).shownTo(new BruteForce()))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.subject()).isEqualTo(CLIENT);
              assertThat(finding.sentence())
                  .contains("20 logins by RADIUS", "for 00-00-5E-00-53-00");
            });
    assertThat(rejections(38, 2, true).shownTo(new BruteForce())).isEmpty();
    assertThat(rejections(20, 1, false).shownTo(new BruteForce())).hasSize(1);
    assertThat(rejections(38, 2, false).shownTo(new BruteForce())).isEmpty();
  }

  @Test
  void isHighWhenAStationGetsInByRadiusAfterwards() {
    Scene scene = rejections(20, 1, true);
    scene.said(
        CLIENT,
        SERVER,
        1812,
        Said.radius(scene.now(), "user7", "00-00-5E-00-53-01", "Access-Accept"));
    assertThat(scene.shownTo(new BruteForce()).getFirst().severity()).isEqualTo(Severity.MEDIUM);
    scene.said(
        CLIENT,
        SERVER,
        1812,
        Said.radius(scene.now(), "user7", "00-00-5E-00-53-00", "Access-Accept"));
    assertThat(scene.shownTo(new BruteForce()).getFirst().severity()).isEqualTo(Severity.HIGH);
  }

  @Test
  void seesBurstsOfFailedSshConnections() {
    assertThat(sessions(5, 1, false, 6).shownTo(new BruteForce()).getFirst().severity())
        .isEqualTo(Severity.MEDIUM);
    assertThat(sessions(4, 1, false, 6).shownTo(new BruteForce())).isEmpty();
  }

  @Test
  void isLowWhenSshLoginsCannotBeJudged() {
    assertThat(sessions(10, 0, false, 8).shownTo(new BruteForce()).getFirst().severity())
        .isEqualTo(Severity.LOW);
    assertThat(sessions(9, 0, false, 8).shownTo(new BruteForce())).isEmpty();
  }

  @Test
  void takesSshLoginsThatSucceedForHarmless() {
    assertThat(sessions(100, 1, true, 50).shownTo(new BruteForce())).isEmpty();
    assertThat(sessions(100, 0, false, 500).shownTo(new BruteForce())).isEmpty();
  }

  @Test
  void seesHttpBasicGuesses() {
    Scene scene = new Scene();
    for (int i = 0; i < 20; i++) {
      scene.said(CLIENT, SERVER, 80, Said.basic(scene.now(), "admin" + i, 401)).after(1);
    }
    Finding finding = scene.shownTo(new BruteForce()).getFirst();
    assertThat(finding.measures().getLast().value()).isEqualTo(20);
  }

  @Test
  void countsFormsSentToLoginPagesAsLow() {
    Scene scene = new Scene();
    for (int i = 0; i < 30; i++) {
      scene.said(CLIENT, SERVER, 80, Said.post(scene.now(), "/wp-login.php?x=1")).after(1);
    }
    assertThat(scene.shownTo(new BruteForce()).getFirst().severity()).isEqualTo(Severity.LOW);
  }

  @Test
  void countsRefusedClientsOfMqtt() {
    Scene scene = new Scene();
    for (int i = 0; i < 20; i++) {
      scene.said(CLIENT, SERVER, 1883, Said.mqtt(scene.now(), "admin", 5)).after(1);
    }
    assertThat(scene.shownTo(detector()).getFirst().severity()).isEqualTo(Severity.MEDIUM);
    scene.said(CLIENT, SERVER, 1883, Said.mqtt(scene.now(), "admin", 0));
    assertThat(scene.shownTo(detector()).getFirst().severity()).isEqualTo(Severity.HIGH);
  }

  @Test
  void countsEachCommunityOnce() {
    Scene same = new Scene();
    Scene different = new Scene();
    for (int i = 0; i < 10; i++) {
      same.said(CLIENT, SERVER, 161, Said.snmp(same.now(), "public", "unanswered")).after(1);
      different
          .said(CLIENT, SERVER, 161, Said.snmp(different.now(), "word" + i, "unanswered"))
          .after(1);
    }
    assertThat(same.shownTo(detector())).isEmpty();
    assertThat(different.shownTo(detector()).getFirst().sentence()).contains("SNMP");
  }

  @Test
  void gradesManyConnectionsOfRemoteDesktopLow() {
    Scene scene = new Scene();
    for (int i = 0; i < 29; i++) {
      scene.said(CLIENT, SERVER, 3389, Said.rdp(scene.now())).after(2);
    }
    assertThat(scene.shownTo(detector())).isEmpty();
    scene.said(CLIENT, SERVER, 3389, Said.rdp(scene.now()));
    assertThat(scene.shownTo(detector()).getFirst().severity()).isEqualTo(Severity.LOW);
  }
}
