package io.aegispcap.analysis.detection.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorContract;
import io.aegispcap.analysis.detection.Said;
import io.aegispcap.analysis.detection.Scene;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.capture.protocol.smb.NtStatus;
import org.junit.jupiter.api.Test;

/// See [DetectorContract] for what it also shows.
class CoercionTests extends DetectorContract {
  private static final String CLIENT = "10.0.0.5";
  private static final String SERVER = "10.0.0.9";
  private static final long START = Scene.START;

  @Override
  protected Detector detector() {
    return new Coercion();
  }

  @Override
  protected Scene hostile() {
    return new Scene()
        .said(
            CLIENT,
            SERVER,
            445,
            Said.call(START, "EFSRPC", "EfsRpcOpenFileRaw", "\\\\192.0.2.7\\a\\b"));
  }

  @Override
  protected Scene harmless() {
    return new Scene()
        .said(
            CLIENT,
            SERVER,
            445,
            Said.call(START, "EFSRPC", "EfsRpcOpenFileRaw", "\\\\10.0.0.9\\a\\b"))
        .said(CLIENT, SERVER, 445, Said.smb(START, "DC1$", 0))
        .said(CLIENT, SERVER, 445, Said.smb(START, "alice", NtStatus.ACCESS_DENIED));
  }

  @Test
  void gradesAPathElsewhereHigh() {
    assertThat(hostile().shownTo(detector()).getFirst().severity()).isEqualTo(Severity.HIGH);
  }

  @Test
  void seesTheLoginThatFollows() {
    assertThat(
            new Scene()
                .said(CLIENT, SERVER, 445, Said.smb(START, "DC1$", NtStatus.ACCESS_DENIED))
                .shownTo(detector())
                .getFirst()
                .severity())
        .isEqualTo(Severity.MEDIUM);
  }
}
