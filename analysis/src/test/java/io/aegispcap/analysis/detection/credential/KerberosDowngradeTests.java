package io.aegispcap.analysis.detection.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorContract;
import io.aegispcap.analysis.detection.Said;
import io.aegispcap.analysis.detection.Scene;
import io.aegispcap.analysis.detection.Severity;
import org.junit.jupiter.api.Test;

/// See [DetectorContract] for what it also shows.
class KerberosDowngradeTests extends DetectorContract {
  private static final String CLIENT = "10.0.0.5";
  private static final String SERVER = "10.0.0.9";
  private static final long START = Scene.START;

  @Override
  protected Detector detector() {
    return new KerberosDowngrade();
  }

  @Override
  protected Scene hostile() {
    return new Scene()
        .said(CLIENT, SERVER, 445, Said.ticket(START, "tgs", "a", "MSSQL/db", "rc4-hmac", true));
  }

  @Override
  protected Scene harmless() {
    return new Scene()
        .said(
            CLIENT,
            SERVER,
            445,
            Said.ticket(START, "tgs", "a", "MSSQL/db", "aes256-cts-hmac-sha1-96", true));
  }

  @Test
  void gradesManyServicesMedium() {
    assertThat(
            new Scene()
                .said(CLIENT, SERVER, 445, Said.ticket(START, "tgs", "a", "S/0", "rc4-hmac", true))
                .said(CLIENT, SERVER, 445, Said.ticket(START, "tgs", "a", "S/1", "rc4-hmac", true))
                .said(CLIENT, SERVER, 445, Said.ticket(START, "tgs", "a", "S/2", "rc4-hmac", true))
                .shownTo(detector())
                .getFirst()
                .severity())
        .isEqualTo(Severity.MEDIUM);
  }

  @Test
  void gradesTheSameServiceAgainLow() {
    assertThat(
            new Scene()
                .said(CLIENT, SERVER, 445, Said.ticket(START, "tgs", "a", "S/1", "rc4-hmac", true))
                .said(CLIENT, SERVER, 445, Said.ticket(START, "tgs", "a", "S/1", "rc4-hmac", true))
                .said(CLIENT, SERVER, 445, Said.ticket(START, "tgs", "a", "S/1", "rc4-hmac", true))
                .said(CLIENT, SERVER, 445, Said.ticket(START, "tgs", "a", "S/1", "rc4-hmac", true))
                .said(CLIENT, SERVER, 445, Said.ticket(START, "tgs", "a", "S/1", "rc4-hmac", true))
                .shownTo(detector())
                .getFirst()
                .severity())
        .isEqualTo(Severity.LOW);
  }

  @Test
  void gradesAnOwnTicketLow() {
    assertThat(
            new Scene()
                .said(
                    CLIENT,
                    SERVER,
                    445,
                    Said.ticket(START, "as", "a", "krbtgt/X", "rc4-hmac", true))
                .shownTo(detector())
                .getFirst()
                .severity())
        .isEqualTo(Severity.LOW);
  }
}
