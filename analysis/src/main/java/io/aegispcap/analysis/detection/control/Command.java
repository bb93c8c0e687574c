package io.aegispcap.analysis.detection.control;

import io.aegispcap.analysis.detection.DetectorInfo;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.analysis.detection.Technique;
import io.aegispcap.capture.protocol.control.ControlAction;
import java.util.Locale;

/// Commands that change what a controller runs, or whether it does. Each has a detector of its own,
/// as each is another technique.
public enum Command {
  STOP(
      Severity.MEDIUM,
      "stopped or started",
      "Controller stopped or started",
      "stop: medium, start alone: low",
      "T0858",
      "Change Operating Mode",
      "Execution"),
  RESTART(
      Severity.MEDIUM,
      "restarted",
      "Controller restarted",
      "cold or warm restart, reset of the process or of communications, reinitialisation: medium",
      "T0816",
      "Device Restart/Shutdown",
      "Inhibit Response Function"),
  PROGRAM(
      Severity.MEDIUM,
      "changed the program or configuration of",
      "Program of a controller changed",
      "blocks, programs or configuration put into a controller, or deleted: medium",
      "T0843",
      "Program Download",
      "Lateral Movement"),
  UPLOAD(
      Severity.LOW,
      "took the program of",
      "Program of a controller taken",
      "blocks or programs taken out of a controller: low",
      "T0845",
      "Program Upload",
      "Collection"),
  SILENCE(
      Severity.MEDIUM,
      "silenced",
      "Controller silenced",
      "listen only, or communications of a device switched off or limited: medium",
      "T0814",
      "Denial of Service",
      "Inhibit Response Function");

  final Severity severity;
  final String words;
  private final String title;
  private final String formula;
  private final String techniqueId;
  private final String techniqueName;
  private final String tactic;

  Command(
      Severity severity,
      String words,
      String title,
      String formula,
      String techniqueId,
      String techniqueName,
      String tactic) {
    this.severity = severity;
    this.words = words;
    this.title = title;
    this.formula = formula;
    this.techniqueId = techniqueId;
    this.techniqueName = techniqueName;
    this.tactic = tactic;
  }

  boolean is(ControlAction action) {
    return switch (action) {
      case STOP, START -> this == STOP;
      case RESTART -> this == RESTART;
      case DOWNLOAD, ERASE -> this == PROGRAM;
      case UPLOAD -> this == UPLOAD;
      case SILENCE -> this == SILENCE;
      default -> false;
    };
  }

  DetectorInfo info() {
    return new DetectorInfo(
        "control-command-" + name().toLowerCase(Locale.ROOT),
        title,
        "1.0.0",
        formula
            + "; high when the controller was stopped, not started again, and also silenced or"
            + " given another program; low when it was refused or not answered",
        "ATT&CK for ICS " + techniqueId + "; the grading is own",
        new Technique(techniqueId, techniqueName, tactic),
        "engineers at work: commissioning, maintenance, updates",
        "ask whether work was planned; compare the program with the one that should run");
  }
}
