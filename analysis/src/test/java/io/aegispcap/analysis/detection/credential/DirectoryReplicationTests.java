package io.aegispcap.analysis.detection.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorContract;
import io.aegispcap.analysis.detection.Said;
import io.aegispcap.analysis.detection.Scene;
import io.aegispcap.analysis.detection.Severity;
import org.junit.jupiter.api.Test;

/// See [DetectorContract] for what it also shows.
class DirectoryReplicationTests extends DetectorContract {
  private static final String CLIENT = "10.0.0.5";
  private static final String SERVER = "10.0.0.9";
  private static final long START = Scene.START;

  @Override
  protected Detector detector() {
    return new DirectoryReplication();
  }

  @Override
  protected Scene hostile() {
    return new Scene()
        .said(CLIENT, SERVER, 445, Said.call(START, "DRSUAPI", "IDL_DRSGetNCChanges"));
  }

  @Override
  protected Scene harmless() {
    return new Scene()
        .said(CLIENT, SERVER, 445, Said.call(START, "DRSUAPI", "IDL_DRSGetNCChanges"))
        .said(CLIENT, SERVER, 445, Said.call(START, "DRSUAPI", "IDL_DRSReplicaSync"));
  }

  @Test
  void gradesItHigh() {
    assertThat(hostile().shownTo(detector()).getFirst().severity()).isEqualTo(Severity.HIGH);
  }
}
