package io.aegispcap.analysis.detection.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorContract;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.Said;
import io.aegispcap.analysis.detection.Scene;
import io.aegispcap.analysis.detection.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

/// See [DetectorContract] for what it also shows.
class RadiusSprayingTests extends DetectorContract {
  private static final String POINT = "10.0.0.5";
  private static final String OTHER_POINT = "10.0.0.6";
  private static final String SERVER = "10.0.0.9";
  private static final String STATION = "00-11-22-33-44-55";
  private static final String REJECT = "Access-Reject";
  private static final String ACCEPT = "Access-Accept";
  private static final long SECOND = 1_000_000_000L;

  @Override
  protected Detector detector() {
    return new RadiusSpraying();
  }

  @Override
  protected Scene hostile() {
    return tried(RadiusSpraying.OF_STATION);
  }

  @Override
  protected Scene harmless() {
    return tried(RadiusSpraying.OF_STATION - 1);
  }

  private static Scene tried(int users) {
    Scene scene = new Scene();
    for (int i = 0; i < users; i++) {
      answered(scene, POINT, i, "user" + i, STATION, REJECT);
    }
    return scene;
  }

  private static Scene answered(
      Scene scene, String point, int second, String user, String station, String answer) {
    long time = Scene.START + second * SECOND;
    return scene.said(point, SERVER, 1_812, Said.radius(time, user, station, answer));
  }

  /// Many stations, one user each, through one access point.
  private static Scene crowd(int users, int tries) {
    Scene scene = new Scene();
    for (int i = 0; i < users; i++) {
      for (int n = 0; n < tries; n++) {
        answered(scene, POINT, i, "user" + i, "00-11-22-33-55-" + (10 + i), REJECT);
      }
    }
    return scene;
  }

  @Test
  void gradesItMediumAndALoginAfterwardsHigh() {
    assertThat(hostile().shownTo(detector()).getFirst().severity()).isEqualTo(Severity.MEDIUM);
    Scene gotIn = answered(tried(12), POINT, 99, "eve", STATION, ACCEPT);
    List<Finding> findings = gotIn.shownTo(detector());
    assertThat(findings).hasSize(1);
    assertThat(findings.getFirst().severity()).isEqualTo(Severity.HIGH);
    assertThat(findings.getFirst().sentence()).contains(STATION).contains("12 users");
  }

  @Test
  void followsAStationFromAccessPointToAccessPoint() {
    Scene scene = tried(6);
    for (int i = 6; i < 12; i++) {
      answered(scene, OTHER_POINT, i, "user" + i, "001122334455", REJECT);
    }
    assertThat(scene.shownTo(detector())).hasSize(1);
  }

  @Test
  void forgivesUsersWhoGetInAfterAMistake() {
    Scene scene = new Scene();
    for (int i = 0; i < 30; i++) {
      answered(scene, POINT, 2 * i, "user" + i, STATION, REJECT);
      answered(scene, POINT, 2 * i + 1, "user" + i, STATION, ACCEPT);
    }
    assertThat(scene.shownTo(detector())).isEmpty();
  }

  @Test
  void leavesADeviceOutThatMorePeopleGetInFromThanNot() {
    Scene scene = tried(RadiusSpraying.OF_STATION);
    for (int i = 0; i < RadiusSpraying.OF_STATION; i++) {
      answered(scene, POINT, 20 + i, "guest" + i, STATION, ACCEPT);
    }
    assertThat(scene.shownTo(detector())).isEmpty();
  }

  @Test
  void doesNotCountOneUserTwice() {
    Scene scene = new Scene();
    for (int i = 0; i < 50; i++) {
      answered(scene, POINT, i, "alice", STATION, REJECT);
    }
    assertThat(scene.shownTo(detector())).isEmpty();
  }

  @Test
  void forgetsAfterAPauseOfAnHour() {
    Scene scene = new Scene();
    for (int i = 0; i < 30; i++) {
      answered(scene, POINT, i * 4_000, "user" + i, STATION, REJECT);
    }
    assertThat(scene.shownTo(detector())).isEmpty();
  }

  @Test
  void seesAServerThroughWhichManyAreTriedOnce() {
    List<Finding> findings = crowd(RadiusSpraying.OF_SERVER, 2).shownTo(detector());
    assertThat(findings).hasSize(1);
    assertThat(findings.getFirst().severity()).isEqualTo(Severity.MEDIUM);
    assertThat(crowd(RadiusSpraying.OF_SERVER - 1, 1).shownTo(detector())).isEmpty();
  }

  @Test
  void takesDevicesThatTryAgainAndAgainForHarmless() {
    assertThat(crowd(40, 3).shownTo(detector())).isEmpty();
  }

  @Test
  void takesAServerThatLetsMostInForHarmless() {
    Scene scene = crowd(RadiusSpraying.OF_SERVER, 1);
    for (int i = 0; i < RadiusSpraying.OF_SERVER; i++) {
      answered(scene, POINT, 50 + i, "guest" + i, "00-11-22-33-66-" + (10 + i), ACCEPT);
    }
    assertThat(scene.shownTo(detector())).isEmpty();
  }

  @Test
  void seesWhoNamesNoStation() {
    Scene scene = new Scene();
    for (int i = 0; i < RadiusSpraying.OF_SERVER; i++) {
      answered(scene, POINT, i, "user" + i, "", REJECT);
    }
    assertThat(scene.shownTo(detector())).hasSize(1);
  }
}
