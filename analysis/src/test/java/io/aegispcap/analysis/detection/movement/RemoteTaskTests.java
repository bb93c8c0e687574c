package io.aegispcap.analysis.detection.movement;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorContract;
import io.aegispcap.analysis.detection.Said;
import io.aegispcap.analysis.detection.Scene;
import io.aegispcap.analysis.detection.Severity;
import org.junit.jupiter.api.Test;

/// See [DetectorContract] for what it also shows.
class RemoteTaskTests extends DetectorContract {
  private static final String CLIENT = "10.0.0.5";
  private static final String SERVER = "10.0.0.9";
  private static final long START = Scene.START;

  @Override
  protected Detector detector() {
    return new RemoteTask();
  }

  @Override
  protected Scene hostile() {
    return new Scene()
        .said(
            CLIENT,
            SERVER,
            445,
            Said.call(START, "ITaskSchedulerService", "SchRpcRegisterTask", "\\\\x"));
  }

  @Override
  protected Scene harmless() {
    return new Scene().said(CLIENT, SERVER, 445, Said.call(START, "SRVSVC", "NetrShareEnum"));
  }

  @Test
  void gradesATaskThatRunsAnInterpreterHigh() {
    assertThat(
            new Scene()
                .said(
                    CLIENT,
                    SERVER,
                    445,
                    Said.call(
                        START,
                        "ITaskSchedulerService",
                        "SchRpcRegisterTask",
                        "\\\\x",
                        "<Command>powershell.exe</Command>"))
                .shownTo(detector())
                .getFirst()
                .severity())
        .isEqualTo(Severity.HIGH);
  }

  @Test
  void gradesANewTaskMedium() {
    assertThat(hostile().shownTo(detector()).getFirst().severity()).isEqualTo(Severity.MEDIUM);
  }

  @Test
  void gradesLookingInformation() {
    assertThat(
            new Scene()
                .said(
                    CLIENT,
                    SERVER,
                    445,
                    Said.call(START, "ITaskSchedulerService", "SchRpcEnumTasks"))
                .shownTo(detector())
                .getFirst()
                .severity())
        .isEqualTo(Severity.INFO);
  }
}
