package io.aegispcap.analysis.detection.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorContract;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.Said;
import io.aegispcap.analysis.detection.Scene;
import io.aegispcap.analysis.detection.Severity;
import org.junit.jupiter.api.Test;

/// See [DetectorContract] for what it also shows.
class RogueDhcpv6Tests extends DetectorContract {
  private static final long START = Scene.START;
  private static final String CLIENT = "fe80::b";
  private static final String SERVER = "fe80::a";
  private static final String ROGUE = "fe80::66";
  private static final String OTHER = "2001:db8::53";

  @Override
  protected Detector detector() {
    return new RogueDhcpv6();
  }

  /// A server's answers go to the client's port, and are a flow of their own.
  private static Scene answer(
      Scene scene, String server, int transaction, String given, String nameServer) {
    return scene.said(
        server,
        CLIENT,
        546,
        Said.dhcpv6Reply(
            START + transaction * 1_000_000L, transaction, "duid" + server, given, nameServer));
  }

  /// As mitm6 answers.
  @Override
  protected Scene hostile() {
    return answer(new Scene(), ROGUE, 1, "fe80::1:7", ROGUE);
  }

  /// A home router that is the name server; two servers that say the same; a server that names
  /// others beside DHCP for IPv4.
  @Override
  protected Scene harmless() {
    Scene scene = new Scene().advertised(SERVER, "2001:db8::", 90);
    scene.said(
        "0.0.0.0",
        "255.255.255.255",
        67,
        Said.offer(START, "00-1B-21-0A-FF-01", 1, "10.0.0.1", "10.0.0.1"));
    answer(scene, SERVER, 1, "2001:db8::7", SERVER);
    answer(scene, "fe80::c", 2, "2001:db8::7", OTHER);
    return answer(scene, "fe80::d", 2, "2001:db8::7", OTHER);
  }

  private Severity graded(Scene scene, String subject) {
    Finding finding = scene.shownTo(detector()).getFirst();
    assertThat(finding.subject()).isEqualTo(subject);
    return finding.severity();
  }

  @Test
  void gradesLinkLocalAddressesHighWithItselfAsNameServer() {
    assertThat(graded(hostile(), ROGUE)).isEqualTo(Severity.HIGH);
    assertThat(graded(answer(new Scene(), ROGUE, 1, "fe80::1:7", OTHER), ROGUE))
        .isEqualTo(Severity.MEDIUM);
    assertThat(hostile().shownTo(detector()).getFirst().sentence())
        .contains("itself as name server", "link-local");
  }

  @Test
  void isAboutTheServerThatNamesItselfWhicheverCameFirst() {
    Scene later = answer(new Scene(), SERVER, 1, "2001:db8::7", OTHER);
    assertThat(graded(answer(later, ROGUE, 1, "2001:db8::8", ROGUE), ROGUE))
        .isEqualTo(Severity.MEDIUM);
    Scene first = answer(new Scene(), ROGUE, 1, "2001:db8::8", ROGUE);
    assertThat(graded(answer(first, SERVER, 1, "2001:db8::7", OTHER), ROGUE))
        .isEqualTo(Severity.MEDIUM);
  }

  @Test
  void gradesAServerThatDoesNotRouteLowBesideDhcpForIpv4() {
    Scene scene = answer(new Scene(), ROGUE, 1, "2001:db8::8", ROGUE);
    assertThat(scene.shownTo(detector())).isEmpty();
    scene.said(
        "0.0.0.0",
        "255.255.255.255",
        67,
        Said.offer(START, "00-1B-21-0A-FF-01", 1, "10.0.0.1", "10.0.0.1"));
    assertThat(graded(scene, ROGUE)).isEqualTo(Severity.LOW);
  }
}
