package io.aegispcap.analysis.detection.movement;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorContract;
import io.aegispcap.analysis.detection.Said;
import io.aegispcap.analysis.detection.Scene;
import io.aegispcap.analysis.detection.Severity;
import org.junit.jupiter.api.Test;

/// See [DetectorContract] for what it also shows.
class RemoteServiceTests extends DetectorContract {
  private static final String CLIENT = "10.0.0.5";
  private static final String SERVER = "10.0.0.9";
  private static final long START = Scene.START;

  @Override
  protected Detector detector() {
    return new RemoteService();
  }

  @Override
  protected Scene hostile() {
    return new Scene()
        .said(
            CLIENT,
            SERVER,
            445,
            Said.call(START, "SVCCTL", "RCreateServiceW", "updater", "C:\\a.exe"));
  }

  @Override
  protected Scene harmless() {
    return new Scene().said(CLIENT, SERVER, 445, Said.call(START, "SAMR", "SamrConnect"));
  }

  @Test
  void gradesAServiceThatRunsAnInterpreterHigh() {
    assertThat(
            new Scene()
                .said(
                    CLIENT,
                    SERVER,
                    445,
                    Said.call(START, "SVCCTL", "RCreateServiceW", "x", "%COMSPEC% /c whoami"))
                .shownTo(detector())
                .getFirst()
                .severity())
        .isEqualTo(Severity.HIGH);
  }

  @Test
  void gradesAServiceThatIsDeletedAgainHigh() {
    assertThat(
            new Scene()
                .said(CLIENT, SERVER, 445, Said.call(START, "SVCCTL", "RCreateServiceA", "x"))
                .said(CLIENT, SERVER, 445, Said.call(START, "SVCCTL", "RDeleteService"))
                .shownTo(detector())
                .getFirst()
                .severity())
        .isEqualTo(Severity.HIGH);
  }

  @Test
  void gradesANewServiceMedium() {
    assertThat(hostile().shownTo(detector()).getFirst().severity()).isEqualTo(Severity.MEDIUM);
  }

  @Test
  void gradesStartingOneLow() {
    assertThat(
            new Scene()
                .said(CLIENT, SERVER, 445, Said.call(START, "SVCCTL", "RStartServiceW"))
                .shownTo(detector())
                .getFirst()
                .severity())
        .isEqualTo(Severity.LOW);
  }

  @Test
  void gradesLookingInformation() {
    assertThat(
            new Scene()
                .said(CLIENT, SERVER, 445, Said.call(START, "SVCCTL", "ROpenSCManagerW"))
                .shownTo(detector())
                .getFirst()
                .severity())
        .isEqualTo(Severity.INFO);
  }
}
