package io.aegispcap.analysis.detection.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.DetectionOptions;
import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorContract;
import io.aegispcap.analysis.detection.Said;
import io.aegispcap.analysis.detection.Scene;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.capture.protocol.tls.TlsHandshake;
import org.junit.jupiter.api.Test;

/// See [DetectorContract] for what it also shows.
class CertificateFaultsTests extends DetectorContract {
  private static final String CLIENT = "10.0.0.5";
  private static final String SERVER = "198.51.100.7";

  @Override
  protected Detector detector() {
    return new CertificateFaults(DetectionOptions.usual());
  }

  @Override
  protected Scene hostile() {
    return shown("", Said.certificate("CN=box", "CN=box", 20, 2_048));
  }

  @Override
  protected Scene harmless() {
    return shown("www.example.org", Said.certificate("CN=w", "CN=ca", 1, 2_048));
  }

  private static Scene shown(
      String name, io.aegispcap.capture.protocol.tls.Certificate certificate) {
    return new Scene().said(CLIENT, SERVER, 8_443, Said.tls(Scene.START, name, certificate));
  }

  @Test
  void isLowWhenFaultsCombine() {
    assertThat(hostile().shownTo(detector()).getFirst().severity()).isEqualTo(Severity.LOW);
    Scene one = shown("www.example.org", Said.certificate("CN=w", "CN=ca", 1, 1_024));
    assertThat(one.shownTo(detector()).getFirst().severity()).isEqualTo(Severity.INFO);
  }

  @Test
  void knowsNamesWithAStar() {
    assertThat(
            shown("a.example.net", Said.certificate("CN=w", "CN=c", 1, 2_048)).shownTo(detector()))
        .isEmpty();
    assertThat(
            shown("a.b.example.net", Said.certificate("CN=w", "CN=c", 1, 2_048))
                .shownTo(detector()))
        .isNotEmpty();
  }

  @Test
  void provesItByThePacketThatShowsTheCertificate() {
    TlsHandshake tls = Said.tls(Scene.START, "", Said.certificate("CN=box", "CN=box", 20, 2_048));
    Scene scene = new Scene().said(CLIENT, SERVER, 8_443, tls);
    assertThat(scene.shownTo(detector()).getFirst().evidence().frames())
        .containsExactly(tls.frameId(), tls.certificateFrameId());
  }
}
