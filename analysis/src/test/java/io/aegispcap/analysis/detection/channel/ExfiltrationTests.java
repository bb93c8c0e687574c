package io.aegispcap.analysis.detection.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.DetectionOptions;
import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorContract;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.Scene;
import io.aegispcap.analysis.detection.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

/// See [DetectorContract] for what it also shows.
class ExfiltrationTests extends DetectorContract {
  private static final String CLIENT = "10.0.0.5";
  private static final String SERVER = "198.51.100.7";

  @Override
  protected Detector detector() {
    return new Exfiltration(DetectionOptions.usual());
  }

  @Override
  protected Scene hostile() {
    return sent(50_000_000, 1_000);
  }

  @Override
  protected Scene harmless() {
    return sent(49_000_000, 1_000);
  }

  private static Scene sent(int bytes, int back) {
    return new Scene().moved(CLIENT, SERVER, 443, bytes, back);
  }

  @Test
  void leavesExchangesBothWaysOut() {
    assertThat(sent(50_000_000, 11_000_000).shownTo(detector())).isEmpty();
  }

  @Test
  void isMediumWhenAnHourStandsOut() {
    Scene scene = new Scene();
    for (int hour = 0; hour < 6; hour++) {
      scene.moved(CLIENT, "203.0.113.9", 443, 20_000, 100).after(3_600);
    }
    scene.moved(CLIENT, SERVER, 443, 50_000_000, 1_000);
    assertThat(scene.shownTo(detector()).getFirst().severity()).isEqualTo(Severity.MEDIUM);
  }

  /// A workstation that is known for so many minutes.
  private static Scene known(int minutes) {
    Scene scene = new Scene();
    for (int minute = 0; minute < minutes; minute += 5) {
      scene.moved(CLIENT, "10.0.0.53", 53, 40, 90).after(300);
    }
    return scene;
  }

  private static Scene fetched(Scene scene, String by, int port, int bytes) {
    return scene.moved(by, CLIENT, port, 300, bytes);
  }

  @Test
  void seesWhatIsFetchedWhereNobodyWasServedBefore() {
    for (int port : new int[] {445, 8_080}) {
      List<Finding> findings = fetched(known(15), SERVER, port, 50_000_000).shownTo(detector());
      assertThat(findings).hasSize(1);
      Finding finding = findings.getFirst();
      assertThat(finding.subject()).isEqualTo(CLIENT);
      assertThat(finding.target()).contains(SERVER);
      assertThat(finding.severity()).isEqualTo(Severity.LOW);
      assertThat(finding.sentence())
          .contains("TCP port " + port)
          .contains("in the first 15 minutes");
    }
  }

  @Test
  void gradesAFetchInAnHourThatStandsOutMedium() {
    Scene scene = new Scene();
    for (int hour = 0; hour < 6; hour++) {
      scene.moved(CLIENT, "203.0.113.9", 443, 20_000, 100).after(3_600);
    }
    assertThat(fetched(scene, SERVER, 8_080, 50_000_000).shownTo(detector()).getFirst().severity())
        .isEqualTo(Severity.MEDIUM);
  }

  @Test
  void takesNobodyForAThiefOfAHostThatIsHardlyKnown() {
    assertThat(fetched(known(5), SERVER, 8_080, 50_000_000).shownTo(detector())).isEmpty();
  }

  @Test
  void letsAPublicServerServe() {
    Scene scene = fetched(new Scene(), "203.0.113.9", 443, 20_000);
    scene.after(1_200);
    for (int visitor = 1; visitor <= 3; visitor++) {
      fetched(scene, "198.51.100." + visitor, 443, 50_000_000).after(60);
    }
    assertThat(scene.shownTo(detector())).isEmpty();
  }

  @Test
  void letsAServiceBePublished() {
    Scene scene = known(15);
    for (int visitor = 1; visitor <= 5; visitor++) {
      fetched(scene, "198.51.100." + visitor, 443, 15_000).after(60);
    }
    assertThat(fetched(scene, SERVER, 443, 50_000_000).shownTo(detector())).isEmpty();
  }

  @Test
  void letsVisitorsOfAServerUseItsOtherPorts() {
    Scene scene = new Scene().moved(SERVER, CLIENT, 21, 60, 200);
    scene.after(1_200);
    fetched(scene, SERVER, 30_021, 50_000_000);
    scene.moved(SERVER, CLIENT, 21, 60, 200);
    assertThat(scene.shownTo(detector())).isEmpty();
  }

  @Test
  void letsABackupBeRestored() {
    Scene scene = known(15).moved(SERVER, CLIENT, 8_443, 40_000_000, 2_000).after(3_600);
    assertThat(fetched(scene, SERVER, 8_443, 60_000_000).shownTo(detector())).isEmpty();
  }

  @Test
  void letsPeopleTalkByVideo() {
    Scene scene = known(15).moved(SERVER, CLIENT, 40_007, 45_000_000, 50_000_000);
    assertThat(scene.shownTo(detector())).isEmpty();
  }

  @Test
  void seesDataOfFtpThatTheHostCalledFor() {
    assertThat(activeFtp("220 Ready").shownTo(detector()))
        .singleElement()
        .satisfies(finding -> assertThat(finding.sentence()).contains("called back"));
    assertThat(activeFtp("hello").shownTo(detector())).isEmpty();
  }

  private static Scene activeFtp(String greeting) {
    return new Scene()
        .moved(SERVER, CLIENT, 50_001, 0, 50_000_000)
        .spoke(CLIENT, SERVER, 21, "USER a\r\n", greeting + " FTP server\r\n");
  }

  @Test
  void seesWhatStandsOutOfWhatIsServedEachHour() {
    assertThat(served(20_000).shownTo(detector()))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.target()).contains(SERVER);
              assertThat(finding.severity()).isEqualTo(Severity.LOW);
              assertThat(finding.sentence()).contains("than anybody else");
            });
    assertThat(served(6_000_000).shownTo(detector())).isEmpty();
  }

  /// A server whose visitors fetch that much each hour, until one fetches 50 MB.
  private static Scene served(int usual) {
    Scene scene = new Scene();
    for (int hour = 0; hour < 6; hour++) {
      fetched(scene, "203.0.113." + (1 + hour), 443, usual).after(3_600);
    }
    return fetched(scene, SERVER, 443, 50_000_000);
  }

  @Test
  void takesAConnectionWithoutABeginningForOneToTheLowerPort() {
    assertThat(new Scene().wentOn(CLIENT, 443, SERVER, 50_000_000).shownTo(detector())).isEmpty();
    assertThat(known(15).wentOn(CLIENT, 64_999, SERVER, 50_000_000).shownTo(detector())).hasSize(1);
  }

  @Test
  void takesGatewaysOfEqualPortsForPeers() {
    Scene scene = new Scene().datagram(SERVER, 51_820, CLIENT, 51_820, 100);
    for (int i = 0; i < 900; i++) {
      scene.datagram(CLIENT, 51_820, SERVER, 51_820, 60_000);
    }
    assertThat(scene.shownTo(detector())).hasSize(1);
  }
}
