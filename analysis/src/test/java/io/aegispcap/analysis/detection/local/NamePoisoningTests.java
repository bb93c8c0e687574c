package io.aegispcap.analysis.detection.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorContract;
import io.aegispcap.analysis.detection.Said;
import io.aegispcap.analysis.detection.Scene;
import io.aegispcap.analysis.detection.Severity;
import org.junit.jupiter.api.Test;

/// See [DetectorContract] for what it also shows.
class NamePoisoningTests extends DetectorContract {
  @Override
  protected Detector detector() {
    return new NamePoisoning();
  }

  private static final long START = Scene.START;
  private static final String LIAR = "10.0.0.66";

  private static Scene named(Scene scene, String protocol, String name, String address) {
    return scene.said(
        "10.0.0.5", address, 5355, Said.named(START + 1_000_000, protocol, name, address));
  }

  private static Scene names(int count) {
    Scene scene = new Scene();
    for (int i = 0; i < count; i++) {
      named(scene, i % 2 == 0 ? "llmnr" : "nbns", "srv" + i + (i % 2 == 0 ? "" : "<20>"), LIAR);
    }
    return scene;
  }

  @Override
  protected Scene hostile() {
    return names(NamePoisoning.NAMES);
  }

  /// A host with its name in each protocol, a second one, its workgroup and its user; and names of
  /// other hosts that are their own.
  @Override
  protected Scene harmless() {
    Scene scene = new Scene();
    named(scene, "llmnr", "srv", LIAR);
    named(scene, "mdns", "srv.local", LIAR);
    named(scene, "nbns", "srv<00>", LIAR);
    named(scene, "nbns", "srv<20>", LIAR);
    named(scene, "nbns", "alias<20>", LIAR);
    named(scene, "nbns", "workgroup<00>", LIAR);
    named(scene, "nbns", "alice<03>", LIAR);
    named(scene, "nbns", "workgroup<1c>", LIAR);
    for (int i = 10; i < 30; i++) {
      named(scene, "llmnr", "pc" + i, "10.0.0." + i);
    }
    return scene;
  }

  @Test
  void gradesLoginsInVainHigh() {
    Scene scene = hostile();
    scene.said("10.0.0.5", LIAR, 445, Said.ntlm(START + 2_000_000, "00112233445566ff", "alice"));
    scene.said("10.0.0.5", LIAR, 445, Said.smb(START + 2_000_000, "alice", 0xc000_0022L));
    assertThat(scene.shownTo(detector()))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.HIGH);
              assertThat(finding.sentence()).contains("alice", "srv0");
            });
  }

  @Test
  void takesAServerWithManyNamesThatLetsPeopleInForAServer() {
    Scene scene = hostile();
    scene.said("10.0.0.5", LIAR, 445, Said.ntlm(START + 2_000_000, "00112233445566ff", "alice"));
    scene.said("10.0.0.5", LIAR, 445, Said.smb(START + 2_000_000, "alice", 0));
    assertThat(scene.shownTo(detector()).getFirst().severity()).isEqualTo(Severity.MEDIUM);
  }

  @Test
  void seesWhoOffersAProxy() {
    assertThat(named(new Scene(), "llmnr", "wpad", LIAR).shownTo(detector()))
        .extracting(finding -> finding.severity())
        .containsExactly(Severity.LOW);
  }

  @Test
  void needsMoreNamesByMulticast() {
    Scene scene = new Scene();
    for (int i = 0; i < NamePoisoning.MULTICAST_NAMES - 1; i++) {
      named(scene, "mdns", "box" + i + ".local", LIAR);
    }
    assertThat(scene.shownTo(detector())).isEmpty();
    assertThat(named(scene, "mdns", "box.local", LIAR).shownTo(detector()).getFirst().severity())
        .isEqualTo(Severity.LOW);
  }
}
