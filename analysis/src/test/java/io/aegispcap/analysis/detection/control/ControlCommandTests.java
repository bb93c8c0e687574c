package io.aegispcap.analysis.detection.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorContract;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.Said;
import io.aegispcap.analysis.detection.Scene;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.capture.protocol.control.ControlAction;
import java.util.List;
import org.junit.jupiter.api.Test;

/// See [DetectorContract] for what it also shows.
class ControlCommandTests extends DetectorContract {
  private static final String CLIENT = "10.0.0.5";
  private static final String DEVICE = "10.0.0.9";
  private static final long START = Scene.START;

  @Override
  protected Detector detector() {
    return new ControlCommand(Command.STOP);
  }

  private static Scene scene(ControlAction... actions) {
    Scene scene = new Scene();
    for (ControlAction action : actions) {
      scene.said(CLIENT, DEVICE, 502, Said.control(START, action, "ok"));
    }
    return scene;
  }

  @Override
  protected Scene hostile() {
    return scene(ControlAction.STOP);
  }

  @Override
  protected Scene harmless() {
    return scene(ControlAction.READ, ControlAction.WRITE, ControlAction.SESSION);
  }

  private static Severity graded(Command command, Scene scene) {
    List<Finding> findings = scene.shownTo(new ControlCommand(command));
    assertThat(findings).hasSize(1);
    return findings.getFirst().severity();
  }

  @Test
  void givesEachKindItsTechnique() {
    assertThat(List.of(Command.values()))
        .extracting(command -> command.info().technique().id())
        .containsExactly("T0858", "T0816", "T0843", "T0845", "T0814")
        .doesNotHaveDuplicates();
    for (Command command : Command.values()) {
      assertThat(scene(ControlAction.READ).shownTo(new ControlCommand(command))).isEmpty();
    }
  }

  @Test
  void gradesByKind() {
    assertThat(graded(Command.STOP, scene(ControlAction.STOP))).isEqualTo(Severity.MEDIUM);
    assertThat(graded(Command.STOP, scene(ControlAction.START))).isEqualTo(Severity.LOW);
    assertThat(graded(Command.RESTART, scene(ControlAction.RESTART))).isEqualTo(Severity.MEDIUM);
    assertThat(graded(Command.PROGRAM, scene(ControlAction.ERASE))).isEqualTo(Severity.MEDIUM);
    assertThat(graded(Command.UPLOAD, scene(ControlAction.UPLOAD))).isEqualTo(Severity.LOW);
    assertThat(graded(Command.SILENCE, scene(ControlAction.SILENCE))).isEqualTo(Severity.MEDIUM);
  }

  @Test
  void isHighWhenAControllerIsLeftStoppedWithAnotherProgram() {
    Scene left = scene(ControlAction.STOP, ControlAction.DOWNLOAD);
    assertThat(graded(Command.STOP, left)).isEqualTo(Severity.HIGH);
    assertThat(graded(Command.PROGRAM, left)).isEqualTo(Severity.HIGH);
    Scene work = scene(ControlAction.STOP, ControlAction.DOWNLOAD, ControlAction.START);
    assertThat(graded(Command.PROGRAM, work)).isEqualTo(Severity.MEDIUM);
  }

  @Test
  void gradesWhatWasNotAcceptedLow() {
    for (String answer : List.of("illegal_function", "unanswered")) {
      Scene scene =
          new Scene().said(CLIENT, DEVICE, 502, Said.control(START, ControlAction.STOP, answer));
      assertThat(graded(Command.STOP, scene)).isEqualTo(Severity.LOW);
      assertThat(scene.shownTo(detector()).getFirst().sentence()).contains("did not accept");
    }
  }
}
