package io.aegispcap.analysis.detection.movement;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorContract;
import io.aegispcap.analysis.detection.Said;
import io.aegispcap.analysis.detection.Scene;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.capture.protocol.smb.SmbFile;
import io.aegispcap.capture.protocol.smb.SmbTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// See [DetectorContract] for what it also shows.
class PolicyWriteTests extends DetectorContract {
  private static final String CLIENT = "10.0.0.5";
  private static final String CONTROLLER = "10.0.0.9";
  private static final String OTHER_CONTROLLER = "10.0.0.10";
  private static final String SYSVOL = "\\\\dc1.corp.example\\SysVol";
  private static final String POLICY =
      "corp.example\\Policies\\{31B2F340-016D-11D2-945F-00C04FB984F9}\\";
  private static final String TASKS =
      POLICY + "Machine\\Preferences\\ScheduledTasks\\ScheduledTasks.xml";
  private static final long START = Scene.START;

  @Override
  protected Detector detector() {
    return new PolicyWrite();
  }

  @Override
  protected Scene hostile() {
    return written(SYSVOL, TASKS);
  }

  @Override
  protected Scene harmless() {
    return new Scene()
        .said(CLIENT, CONTROLLER, 445, Said.file(START, SYSVOL, TASKS, 900, 0))
        .said(CLIENT, CONTROLLER, 445, Said.file(START, SYSVOL, POLICY + "comment.txt", 0, 9))
        .said(CLIENT, CONTROLLER, 445, Said.file(START, "\\\\dc1\\docs", "a.bat", 0, 900));
  }

  private static Scene written(String share, String name) {
    return new Scene().said(CLIENT, CONTROLLER, 445, Said.file(START, share, name, 0, 900));
  }

  private static SmbTree granted(String path, String type) {
    return new SmbTree(1, START, path, type, type.isEmpty() ? 0xc000_0022L : 0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Machine\\Scripts\\Startup\\a.ps1",
        "User\\Scripts\\scripts.ini",
        "Machine\\Scripts\\psscripts.ini",
        "Machine\\Preferences\\Services\\Services.xml",
        "Machine\\Applications\\x.aas"
      })
  void gradesWhatRunsMedium(String name) {
    assertThat(written(SYSVOL, POLICY + name).shownTo(detector()).getFirst().severity())
        .isEqualTo(Severity.MEDIUM);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GPT.INI",
        "Machine\\Registry.pol",
        "Machine\\Microsoft\\Windows NT\\SecEdit\\GptTmpl.inf",
        "Machine\\Preferences\\Groups\\Groups.xml"
      })
  void gradesOtherPartsOfAPolicyLow(String name) {
    assertThat(written(SYSVOL, POLICY + name).shownTo(detector()).getFirst().severity())
        .isEqualTo(Severity.LOW);
  }

  @Test
  void knowsLogonScriptsAndFilesThatAreRenamed() {
    assertThat(written("\\\\dc1\\NETLOGON", "logon.bat").shownTo(detector())).hasSize(1);
    SmbFile renamed =
        new SmbFile(1, START, SYSVOL, "a.tmp", false, "opened", 0, 0, false, "a.vbs", 0);
    assertThat(new Scene().said(CLIENT, CONTROLLER, 445, renamed).shownTo(detector())).hasSize(1);
  }

  @Test
  void leavesControllersAmongThemselvesOut() {
    assertThat(
            hostile()
                .said("10.0.0.77", CLIENT, 445, granted("\\\\dc2\\SYSVOL", "disk"))
                .shownTo(detector()))
        .isEmpty();
    assertThat(
            hostile()
                .said("10.0.0.77", CLIENT, 88, Said.ticket(START, "as", "u", "krbtgt", "aes", true))
                .shownTo(detector()))
        .isEmpty();
  }

  @Test
  void doesNotTakeAHostForAControllerThatRefusesTheShare() {
    assertThat(
            hostile()
                .said("10.0.0.77", CLIENT, 445, granted("\\\\pc\\SYSVOL", ""))
                .said("10.0.0.77", OTHER_CONTROLLER, 445, granted("\\\\dc2\\SYSVOL", "disk"))
                .shownTo(detector()))
        .hasSize(1);
  }
}
