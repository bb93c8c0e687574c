package io.aegispcap.analysis.detection.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorContract;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.Scene;
import io.aegispcap.analysis.detection.Severity;
import org.junit.jupiter.api.Test;

/// See [DetectorContract] for what it also shows.
class ServiceProbeTests extends DetectorContract {
  private static final String CLIENT = "10.0.0.5";
  private static final String SERVER = "198.51.100.7";

  @Override
  protected Detector detector() {
    return new ServiceProbe();
  }

  @Override
  protected Scene hostile() {
    return new Scene()
        .resetAtOnce(CLIENT, SERVER, 80)
        .resetAtOnce(CLIENT, SERVER, 443)
        .resetAtOnce(CLIENT, SERVER, 80);
  }

  @Override
  protected Scene harmless() {
    return new Scene()
        .resetAtOnce(CLIENT, SERVER, 80)
        .resetAtOnce(CLIENT, SERVER, 80)
        .resetAtOnce(CLIENT, SERVER, 80)
        .talked(CLIENT, SERVER, 443, 10, 10);
  }

  @Test
  void isNeverMoreThanLow() {
    Finding finding = hostile().shownTo(new ServiceProbe()).getFirst();
    assertThat(finding.severity()).isEqualTo(Severity.LOW);
  }
}
