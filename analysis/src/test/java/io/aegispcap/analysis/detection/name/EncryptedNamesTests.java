package io.aegispcap.analysis.detection.name;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorContract;
import io.aegispcap.analysis.detection.Said;
import io.aegispcap.analysis.detection.Scene;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.capture.protocol.tls.Certificate;
import org.junit.jupiter.api.Test;

/// See [DetectorContract] for what it also shows.
class EncryptedNamesTests extends DetectorContract {
  @Override
  protected Detector detector() {
    return new EncryptedNames();
  }

  private static final Certificate CERTIFICATE =
      Said.certificate("CN=www.example.org", "CN=A", 1, 2048);

  private static Scene asked(String name, int port) {
    return new Scene()
        .said("10.0.0.5", "192.0.2.1", port, Said.tls(Scene.START, name, CERTIFICATE));
  }

  @Override
  protected Scene hostile() {
    return asked("dns.google", 443);
  }

  @Override
  protected Scene harmless() {
    return asked("www.google.com", 443);
  }

  @Test
  void knowsThePortOfDnsOverTls() {
    assertThat(asked("", 853).shownTo(detector()))
        .extracting(finding -> finding.severity())
        .containsExactly(Severity.INFO);
  }

  @Test
  void gradesMuchThatIsSentLow() {
    Scene sent = asked("dns.google", 443).talked("10.0.0.5", "192.0.2.1", 443, 1_100_000, 200_000);
    assertThat(sent.shownTo(detector()).getFirst().severity()).isEqualTo(Severity.LOW);
    Scene got = asked("dns.google", 443).talked("10.0.0.5", "192.0.2.1", 443, 1_100_000, 1_200_000);
    assertThat(got.shownTo(detector()).getFirst().severity()).isEqualTo(Severity.INFO);
  }
}
