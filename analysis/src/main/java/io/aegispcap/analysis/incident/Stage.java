package io.aegispcap.analysis.incident;

import io.aegispcap.analysis.detection.Technique;
import java.util.Locale;

/// How far an intruder has come, in the order in which it usually goes. Each stage holds tactics of
/// MITRE ATT&CK (Enterprise, and ICS where it differs).
public enum Stage {
  RECONNAISSANCE("reconnaissance"),
  ACCESS("access"),
  EXECUTION("execution"),
  COMMAND_AND_CONTROL("command and control"),
  EXFILTRATION("exfiltration"),
  IMPACT("impact"),

  /// The tactic is none of ATT&CK's, as that of a plugin may be.
  UNPLACED("unplaced");

  private final String label;

  Stage(String label) {
    this.label = label;
  }

  /// Lower case, as written in outputs.
  public String label() {
    return label;
  }

  /// By the technique's tactic.
  public static Stage of(Technique technique) {
    return switch (technique.tactic().toLowerCase(Locale.ROOT)) {
      case "reconnaissance", "resource development", "discovery" -> RECONNAISSANCE;
      case "initial access", "credential access", "lateral movement" -> ACCESS;
      case "execution",
          "persistence",
          "privilege escalation",
          "defense evasion",
          "evasion",
          "stealth",
          "defense impairment" ->
          EXECUTION;
      case "command and control" -> COMMAND_AND_CONTROL;
      case "collection", "exfiltration" -> EXFILTRATION;
      case "impact", "inhibit response function", "impair process control" -> IMPACT;
      default -> UNPLACED;
    };
  }
}
