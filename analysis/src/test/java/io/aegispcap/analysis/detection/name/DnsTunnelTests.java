package io.aegispcap.analysis.detection.name;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorContract;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.Said;
import io.aegispcap.analysis.detection.Scene;
import io.aegispcap.analysis.detection.Severity;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/// See [DetectorContract] for what it also shows.
class DnsTunnelTests extends DetectorContract {
  private static final String CLIENT = "10.0.0.5";
  private static final String SERVER = "198.51.100.7";

  @Override
  protected Detector detector() {
    return new DnsTunnel();
  }

  @Override
  protected Scene hostile() {
    return names(30, "A", "mfrggzdfmztwq2lknnwg23tpob");
  }

  @Override
  protected Scene harmless() {
    return names(29, "A", "monkey-business-department");
  }

  /// Names that differ, each with a label of 26 characters.
  private static Scene names(int count, String type, String label) {
    Scene scene = new Scene();
    for (int i = 0; i < count; i++) {
      ask(scene, i + "." + label + ".example.org", type);
    }
    return scene;
  }

  private static void ask(Scene scene, String name, String type) {
    scene.said(CLIENT, SERVER, 53, Said.asked(scene.now(), name, type, "NOERROR")).after(1);
  }

  private static Severity severity(Scene scene) {
    return scene.shownTo(new DnsTunnel()).getFirst().severity();
  }

  @Test
  void isHighForManyLongNames() {
    assertThat(severity(names(30, "A", "monkey-business-department"))).isEqualTo(Severity.HIGH);
  }

  private static Scene digests(int count, int digits, String more) {
    Scene scene = new Scene();
    for (int i = 0; i < count; i++) {
      String digest = "%016x".formatted(0x9e3779b97f4a7c15L * (i + 1)).repeat(4);
      ask(scene, digest.substring(0, digits) + more + ".sl.example.org", "A");
    }
    return scene;
  }

  private static Scene listed(Scene scene, String address) {
    String name = "d41d8cd98f00b204e9800998ecf8427e.sl.example.org";
    return scene.said(CLIENT, SERVER, 53, Said.resolved(scene.now(), name, address));
  }

  @Test
  void takesDigestsOfFilesForQuestionsOfReputation() {
    assertThat(severity(listed(digests(60, 32, ""), "127.0.0.2"))).isEqualTo(Severity.LOW);
    assertThat(severity(listed(digests(60, 40, ""), "127.0.0.2"))).isEqualTo(Severity.LOW);
    assertThat(severity(listed(digests(60, 32, ""), "198.51.100.9"))).isEqualTo(Severity.HIGH);
  }

  @Test
  void tellsDigestsThatNobodyKnowsFromData() {
    assertThat(severity(digests(60, 32, ""))).isEqualTo(Severity.MEDIUM);
    assertThat(severity(digests(60, 48, ""))).isEqualTo(Severity.HIGH);
    assertThat(severity(digests(60, 32, ".9d21010f850c4193a64dd2006cff6eba")))
        .isEqualTo(Severity.HIGH);
  }

  @Test
  void seesTextInPiecesAsLongAsDigests() {
    Scene scene = new Scene();
    for (int i = 0; i < 60; i++) {
      String text = "user%03d,secret%02d".formatted(i, i);
      ask(scene, HexFormat.of().formatHex(text.getBytes(US_ASCII)) + ".sl.example.org", "A");
    }
    assertThat(severity(listed(scene, "127.0.0.2"))).isEqualTo(Severity.HIGH);
  }

  @Test
  void seesFewNamesThatCarryData() {
    Scene scene = names(5, "A", "9d21010f850c4193a64dd2006cff6ebacd");
    assertThat(severity(scene)).isEqualTo(Severity.MEDIUM);
    assertThat(names(4, "A", "9d21010f850c4193a64dd2006cff6ebacd").shownTo(detector())).isEmpty();
  }

  @Test
  void seesTypesThatOnlyTunnelsAskFor() {
    assertThat(severity(names(3, "NULL", "x"))).isEqualTo(Severity.MEDIUM);
    assertThat(names(2, "NULL", "x").shownTo(detector())).isEmpty();
  }

  @Test
  void seesDownloadsByText() {
    assertThat(severity(names(20, "TXT", "x"))).isEqualTo(Severity.MEDIUM);
    assertThat(names(19, "TXT", "x").shownTo(detector())).isEmpty();
  }

  @Test
  void seesFreshRandomNames() {
    Scene scene = new Scene();
    for (int i = 0; i < 100; i++) {
      ask(scene, "q" + i % 10 + "xk" + i / 10 + "vz.example.org", "A");
    }
    assertThat(severity(scene)).isEqualTo(Severity.MEDIUM);
  }

  @Test
  void seesFewShortMessagesByText() {
    Scene scene = new Scene();
    for (int i = 0; i < 5; i++) {
      ask(scene, "9bd501634d6f4599" + i + "e.example.org", "TXT");
    }
    assertThat(severity(scene)).isEqualTo(Severity.MEDIUM);
    Scene repeated = new Scene();
    for (int i = 0; i < 12; i++) {
      ask(repeated, "9bd501634d6f4599" + i % 5 + "e.example.org", "TXT");
    }
    assertThat(repeated.shownTo(detector())).isEmpty();
  }

  /// Random names with answers, of a client that also calls a server which it looked up.
  private static Scene answered(int count) {
    Scene scene = new Scene();
    for (int i = 0; i < count; i++) {
      scene.said(
          CLIENT,
          SERVER,
          53,
          Said.resolved(scene.now(), "k7q2x" + i + "w9zt.example.org", "192.0.2." + i % 3));
      scene.after(60);
    }
    return scene;
  }

  @Test
  void seesAnswersThatNobodyCalls() {
    assertThat(severity(answered(8).talked(CLIENT, "198.51.100.80", 443, 10, 10)))
        .isEqualTo(Severity.MEDIUM);
    assertThat(answered(7).talked(CLIENT, "198.51.100.80", 443, 10, 10).shownTo(detector()))
        .isEmpty();
  }

  @Test
  void leavesNamesAloneWhoseAddressesAreCalled() {
    assertThat(answered(8).talked(CLIENT, "192.0.2.1", 443, 10, 10).shownTo(detector())).isEmpty();
  }

  @Test
  void saysNothingOfCallsWhereTheCaptureHoldsNone() {
    assertThat(answered(8).shownTo(detector())).isEmpty();
  }

  @Test
  void seesWhoCallsHomeInVain() {
    Scene scene = new Scene().talked(CLIENT, "198.51.100.80", 443, 10, 10);
    for (int i = 0; i < 4; i++) {
      ask(scene.after(300), "1r1ns5eblk.example.org", "A");
    }
    assertThat(severity(scene)).isEqualTo(Severity.LOW);
    Scene once = new Scene().talked(CLIENT, "198.51.100.80", 443, 10, 10);
    for (int i = 0; i < 40; i++) {
      ask(once, "1r1ns5eblk.example.org", "A");
    }
    assertThat(once.shownTo(detector())).isEmpty();
  }

  @Test
  void namesClientAndDomain() {
    Finding finding = hostile().shownTo(new DnsTunnel()).getFirst();
    assertThat(finding.subject()).isEqualTo(CLIENT);
    assertThat(finding.target()).contains("example.org");
  }

  @Test
  void leavesReverseNamesDiscoveryAndBlockListsOut() {
    Scene scene = new Scene();
    for (int i = 0; i < 300; i++) {
      String hash = "9d21010f850c4193a64dd2006cff6ebacd" + i;
      ask(scene, i % 250 + ".2.0.192.in-addr.arpa", "PTR");
      ask(scene, hash + "._tcp.example.org", "SRV");
      ask(scene, "1.2.3." + i % 250 + ".bl.example.org", "TXT");
      ask(scene, "_dmarc.x" + i + ".example.org", "TXT");
      ask(scene, hash + ".i.02.s.sophosxl.net", "TXT");
    }
    assertThat(scene.shownTo(new DnsTunnel())).isEmpty();
  }

  @Test
  void takesManyUsualNamesForHarmless() {
    Scene scene = new Scene();
    for (int i = 0; i < 500; i++) {
      ask(scene, "server" + i + ".photos.example.org", "A");
    }
    assertThat(scene.shownTo(new DnsTunnel())).isEmpty();
  }
}
