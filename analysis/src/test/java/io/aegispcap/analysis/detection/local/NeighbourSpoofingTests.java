package io.aegispcap.analysis.detection.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorContract;
import io.aegispcap.analysis.detection.Scene;
import io.aegispcap.analysis.detection.Severity;
import org.junit.jupiter.api.Test;

/// See [DetectorContract] for what it also shows.
class NeighbourSpoofingTests extends DetectorContract {
  private static final String ROUTER = "02000000000a";
  private static final String VICTIM = "02000000000b";
  private static final String ATTACKER = "0200000000ee";
  private static final String OVERRIDE = "20";
  private static final String ROUTER_OVERRIDE = "a0";

  @Override
  protected Detector detector() {
    return new NeighbourSpoofing();
  }

  @Override
  protected boolean provesByFlows() {
    return false;
  }

  /// The stations of a link say who they are, each once.
  private static Scene link() {
    return new Scene()
        .solicited(VICTIM, "fe80::b", "fe80::a")
        .answered(ROUTER, "e0", "fe80::a")
        .solicited(ATTACKER, "fe80::66", "fe80::a")
        .after(10);
  }

  /// Both ends of a conversation are deceived, and go on asking for each other.
  private static Scene bothEnds(int times) {
    Scene scene = link();
    for (int i = 0; i < times; i++) {
      scene.after(6);
      scene.answered(ATTACKER, ROUTER_OVERRIDE, "fe80::a");
      scene.answered(ATTACKER, OVERRIDE, "fe80::b");
      scene.solicited(VICTIM, "fe80::b", "2001:db8::1");
      scene.solicited(ROUTER, "fe80::a", "2001:db8::1");
    }
    return scene;
  }

  @Override
  protected Scene hostile() {
    return bothEnds(NeighbourSpoofing.UNASKED);
  }

  /// Answers to questions; an address that moves; two routers with a virtual station; a proxy; a
  /// station that probes for its address, and says then that it has it; one address taken twice.
  @Override
  protected Scene harmless() {
    Scene scene = link();
    for (int i = 0; i < 20; i++) {
      scene.after(30).solicited(VICTIM, "fe80::b", "fe80::a").answered(ROUTER, "e0", "fe80::a");
    }
    scene.answered("0200000000c1", OVERRIDE, "2001:db8::5");
    for (int i = 0; i < 20; i++) {
      scene.after(2).answered("0200000000c2", OVERRIDE, "2001:db8::5");
      scene.answered("00005e000207", ROUTER_OVERRIDE, "fe80::a");
      scene.answered("000573a00007", ROUTER_OVERRIDE, "fe80::a");
      scene.answered("0200000000c3", "00", "2001:db8::b");
      scene.answered("0200000000c3", "00", "fe80::b");
    }
    for (int i = 0; i < 2 * NeighbourSpoofing.DENIED; i++) {
      scene.solicited("0200000000c4", "::", "2001:db8::f" + i).after(1);
      scene.answered("0200000000c4", OVERRIDE, "2001:db8::f" + i).after(5);
    }
    scene.solicited("0200000000c5", "::", "fe80::b").answered(VICTIM, OVERRIDE, "fe80::b");
    return scene;
  }

  @Test
  void gradesDeceivingBothEndsHighAndNamesTheDeceiversOwnAddress() {
    assertThat(hostile().shownTo(detector()))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.HIGH);
              assertThat(finding.subject()).isEqualTo("fe80::66");
              assertThat(finding.sentence()).contains("02-00-00-00-00-EE", "fe80::a", "fe80::b");
            });
  }

  @Test
  void gradesOneAddressThatIsFoughtOverMedium() {
    Scene scene = link();
    for (int i = 0; i < NeighbourSpoofing.UNASKED; i++) {
      scene.after(6).answered(ATTACKER, OVERRIDE, "fe80::b");
      scene.solicited(VICTIM, "fe80::b", "2001:db8::1");
    }
    assertThat(scene.shownTo(detector()))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
              assertThat(finding.target()).contains("fe80::b");
            });
  }

  /// As parasite6 does: each question is answered, also by somebody else.
  @Test
  void gradesAnsweringForTwoOthersMedium() {
    Scene scene = link();
    for (int i = 0; i < NeighbourSpoofing.TURNS; i++) {
      scene.after(6).solicited("0200000000cc", "fe80::c", "fe80::a");
      scene.answered(ROUTER, "e0", "fe80::a").answered(ATTACKER, "60", "fe80::a");
      scene.after(6).solicited("0200000000cc", "fe80::c", "fe80::b");
      scene.answered(VICTIM, "60", "fe80::b").answered(ATTACKER, "60", "fe80::b");
    }
    assertThat(scene.shownTo(detector()))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
              assertThat(finding.subject()).isEqualTo("fe80::66");
            });
  }

  /// Hosts that speak to each other already are not heard to claim their addresses: in a capture
  /// that begins then, only the deceiver is.
  @Test
  void gradesPersistingWithTwoAddressesMediumAndHighWhenTheyAreOfTwoOthers() {
    Scene alone = persisting(new Scene(), NeighbourSpoofing.MANY, 20);
    assertThat(alone.shownTo(detector()))
        .singleElement()
        .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.MEDIUM));
    assertThat(persisting(new Scene(), NeighbourSpoofing.MANY - 1, 20).shownTo(detector()))
        .isEmpty();
    assertThat(persisting(new Scene(), NeighbourSpoofing.MANY, 40).shownTo(detector())).isEmpty();
    assertThat(persisting(link(), NeighbourSpoofing.MANY, 20).shownTo(detector()))
        .singleElement()
        .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.HIGH));
  }

  /// The deceived ask in vain: advertisements that do not say to be answers are none.
  private static Scene persisting(Scene scene, int times, int gap) {
    for (int i = 0; i < times; i++) {
      scene.after(gap).solicited("0200000000cc", "fe80::c", "fe80::a");
      scene.answered(ATTACKER, ROUTER_OVERRIDE, "fe80::a");
      scene.answered(ATTACKER, OVERRIDE, "fe80::b");
    }
    return scene;
  }

  /// A router that stands in for one that fell silent takes all its addresses.
  @Test
  void gradesARouterThatStandsInForAnotherLow() {
    Scene scene = link().answered(ROUTER, "e0", "2001:db8::a").after(60);
    for (int i = 0; i < 10; i++) {
      scene.after(6).answered("0200000000cc", ROUTER_OVERRIDE, "fe80::a");
      scene.answered("0200000000cc", ROUTER_OVERRIDE, "2001:db8::a");
    }
    assertThat(scene.shownTo(detector()))
        .extracting(finding -> finding.severity())
        .containsExactly(Severity.LOW);
  }

  /// RFC 4862 5.4; as dos-new-ip6 does.
  @Test
  void findsWhoLetsNobodyTakeAnAddress() {
    assertThat(denied(NeighbourSpoofing.DENIED - 1).shownTo(detector())).isEmpty();
    assertThat(denied(NeighbourSpoofing.DENIED).shownTo(detector()))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
              assertThat(finding.subject()).isEqualTo("fe80::66");
              assertThat(finding.sentence()).contains("5 IPv6 addresses", "2001:db8::f0");
            });
  }

  private static Scene denied(int times) {
    Scene scene = link();
    for (int i = 0; i < times; i++) {
      scene.after(5).solicited("0200000000cc", "::", "2001:db8::f" + i);
      scene.answered(ATTACKER, OVERRIDE, "2001:db8::f" + i);
    }
    return scene;
  }
}
