package io.aegispcap.analysis.detection.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.DetectionOptions;
import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorContract;
import io.aegispcap.analysis.detection.Said;
import io.aegispcap.analysis.detection.Scene;
import io.aegispcap.analysis.detection.Severity;
import org.junit.jupiter.api.Test;

/// See [DetectorContract] for what it also shows.
class DisguisedDownloadTests extends DetectorContract {
  private static final String CLIENT = "10.0.0.5";
  private static final String SERVER = "198.51.100.7";

  @Override
  protected Detector detector() {
    return new DisguisedDownload(DetectionOptions.usual());
  }

  @Override
  protected Scene hostile() {
    return fetched("example.org", "image/png");
  }

  @Override
  protected Scene harmless() {
    return fetched("example.org", "application/octet-stream");
  }

  private static Scene fetched(String host, String type) {
    return new Scene()
        .said(
            CLIENT,
            SERVER,
            80,
            Said.download(
                Scene.START, host, type, "application/vnd.microsoft.portable-executable"));
  }

  @Test
  void isLowForProgramsFromBareAddresses() {
    assertThat(
            fetched(SERVER, "application/octet-stream").shownTo(detector()).getFirst().severity())
        .isEqualTo(Severity.LOW);
    assertThat(hostile().shownTo(detector()).getFirst().severity()).isEqualTo(Severity.MEDIUM);
  }
}
