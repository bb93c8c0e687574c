package io.aegispcap.analysis.detection.control;

import io.aegispcap.analysis.detection.DetectorInfo;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.analysis.detection.Technique;
import io.aegispcap.capture.protocol.control.ControlAction;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// Commands that change what a controller runs, or whether it does. Each has a detector of its own,
/// as each is another technique.
public enum Command {
  STOP(
      Severity.MEDIUM,
      "stopped or started",
      "Controller stopped or started",
      "stop: medium, start alone: low",
      new Technique("T0858", "Change Operating Mode", "Execution"),
      EnumSet.of(ControlAction.STOP, ControlAction.START)),
  RESTART(
      Severity.MEDIUM,
      "restarted",
      "Controller restarted",
      "cold or warm restart, reset of the process or of communications, reinitialisation: medium",
      new Technique("T0816", "Device Restart/Shutdown", "Inhibit Response Function"),
      EnumSet.of(ControlAction.RESTART)),
  PROGRAM(
      Severity.MEDIUM,
      "changed the program or configuration of",
      "Program of a controller changed",
      "blocks, programs or configuration put into a controller, or deleted: medium",
      new Technique("T0843", "Program Download", "Lateral Movement"),
      EnumSet.of(ControlAction.DOWNLOAD, ControlAction.ERASE)),
  UPLOAD(
      Severity.LOW,
      "took the program of",
      "Program of a controller taken",
      "blocks or programs taken out of a controller: low",
      new Technique("T0845", "Program Upload", "Collection"),
      EnumSet.of(ControlAction.UPLOAD)),
  SILENCE(
      Severity.MEDIUM,
      "silenced",
      "Controller silenced",
      "listen only, or communications of a device switched off or limited: medium",
      new Technique("T0814", "Denial of Service", "Inhibit Response Function"),
      EnumSet.of(ControlAction.SILENCE));

  final Severity severity;
  final String words;
  private final String title;
  private final String formula;
  private final Technique technique;
  private final Set<ControlAction> actions;

  Command(
      Severity severity,
      String words,
      String title,
      String formula,
      Technique technique,
      Set<ControlAction> actions) {
    this.severity = severity;
    this.words = words;
    this.title = title;
    this.formula = formula;
    this.technique = technique;
    this.actions = actions;
  }

  boolean is(ControlAction action) {
    return actions.contains(action);
  }

  DetectorInfo info() {
    return new DetectorInfo(
        "control-command-" + name().toLowerCase(Locale.ROOT),
        title,
        "1.0.0",
        formula
            + "; high when the controller was stopped, not started again, and also silenced or given"
            + " another program; low when it was refused or not answered",
        "ATT&CK for ICS " + technique.id() + "; the grading is own",
        technique,
        "engineers at work: commissioning, maintenance, updates",
        "ask whether work was planned; compare the program with the one that should run");
  }
}
