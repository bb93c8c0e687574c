package io.aegispcap.analysis.detection.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.DetectionOptions;
import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorContract;
import io.aegispcap.analysis.detection.Said;
import io.aegispcap.analysis.detection.Scene;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.capture.protocol.tls.Certificate;
import java.util.List;
import org.junit.jupiter.api.Test;

/// See [DetectorContract] for what it also shows.
class TlsControlTests extends DetectorContract {
  @Override
  protected Detector detector() {
    return new TlsControl(DetectionOptions.usual());
  }

  private static final long SECOND = 1_000_000_000L;
  private static final String CLIENT = "10.0.0.5";
  private static final String SERVER = "198.51.100.7";
  private static final Certificate OWN = certificate("CN=x", "CN=x");
  private static final Certificate PUBLIC = Said.certificate("CN=www.example.org", "CN=A", 1, 2048);

  private static Certificate certificate(String subject, String issuer) {
    Certificate usual = Said.certificate(subject, issuer, 1, 2048);
    return new Certificate(
        subject,
        issuer,
        "01",
        usual.notBefore(),
        usual.notAfter(),
        "",
        "",
        List.of(),
        "RSA",
        2048,
        "SHA256-RSA",
        subject.equals(issuer));
  }

  private static Scene calls(
      Scene scene, int count, int port, String name, String ja4, Certificate certificate) {
    for (int i = 0; i < count; i++) {
      scene.said(
          CLIENT,
          SERVER,
          port,
          Said.tls(Scene.START + (10 + i * 60L) * SECOND, name, ja4, certificate));
    }
    return scene;
  }

  /// Self-signed, without names, asked for without one, on an odd port.
  @Override
  protected Scene hostile() {
    return calls(new Scene(), 1, 4_444, "", "", OWN);
  }

  /// A browser's rhythm with a public certificate, and a device with a certificate of its maker.
  @Override
  protected Scene harmless() {
    Scene scene =
        new Scene()
            .said(CLIENT, "10.0.0.1", 53, Said.resolved(Scene.START, "www.example.org", SERVER));
    calls(scene, 30, 443, "www.example.org", "a", PUBLIC);
    return calls(scene, 1, 8_443, "", "", OWN);
  }

  private List<Severity> severities(Scene scene) {
    return scene.shownTo(detector()).stream().map(finding -> finding.severity()).toList();
  }

  @Test
  void gradesFewCallsLowAndARhythmMedium() {
    assertThat(severities(hostile())).containsExactly(Severity.LOW);
    assertThat(severities(calls(new Scene(), 10, 4_444, "", "", OWN)))
        .containsExactly(Severity.MEDIUM);
  }

  @Test
  void countsAnAddressThatWasNeverLookedUp() {
    Scene unknown = calls(new Scene(), 1, 443, "", "", OWN);
    assertThat(severities(unknown)).isEmpty();
    unknown.said(
        CLIENT, "10.0.0.1", 53, Said.resolved(Scene.START, "www.example.org", "192.0.2.1"));
    assertThat(severities(unknown)).containsExactly(Severity.LOW);
  }

  @Test
  void countsAHelloOfThisPairAloneAmongOthers() {
    Scene scene = calls(new Scene(), 1, 8_443, "", "rare", OWN);
    assertThat(severities(calls(scene, 1, 8_443, "", "rare", OWN))).isEmpty();
    for (int i = 0; i < TlsControl.HELLOS; i++) {
      scene.said(
          "10.0.0.8",
          "192.0.2." + i,
          443,
          Said.tls(Scene.START, "www.example.org", "h" + i, PUBLIC));
    }
    assertThat(severities(scene)).containsExactly(Severity.LOW);
  }

  /// A certificate of an authority of one's own, for twenty years.
  @Test
  void needsMoreSignsWithoutASelfSignedCertificate() {
    Certificate usual = certificate("CN=client", "CN=authority");
    Certificate lasting =
        new Certificate(
            usual.subject(),
            usual.issuer(),
            "01",
            usual.notBefore(),
            usual.notBefore().plusSeconds(86_400L * 366 * 20),
            "",
            "",
            List.of(),
            "RSA",
            2048,
            "SHA256-RSA",
            false);
    assertThat(severities(calls(new Scene(), 1, 4_444, "", "", lasting))).isEmpty();
    assertThat(severities(calls(new Scene(), 20, 4_444, "", "", lasting)))
        .containsExactly(Severity.LOW);
  }

  @Test
  void saysNothingOfServersInside() {
    Scene scene = new Scene();
    scene.said(CLIENT, "10.0.0.9", 4_444, Said.tls(Scene.START, "", "", OWN));
    assertThat(severities(scene)).isEmpty();
  }
}
