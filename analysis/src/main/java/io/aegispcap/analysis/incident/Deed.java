package io.aegispcap.analysis.incident;

import io.aegispcap.analysis.detection.Alert;
import io.aegispcap.analysis.detection.AlertHosts;
import io.aegispcap.analysis.detection.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// An alert, read as something that one host did to another.
///
/// @param subject whom the alert is about: an address, or what else it names
/// @param target to whom it was done: an address or a domain; empty when it names none
record Deed(Alert alert, Stage stage, String subject, Optional<String> target) {
  /// By time; at the same time by stage, then the most severe first.
  static final Comparator<Deed> BY_TIME =
      Comparator.comparingLong((Deed deed) -> deed.alert().firstSeen())
          .thenComparing(Deed::stage)
          .thenComparing(deed -> deed.alert().severity(), Comparator.reverseOrder())
          .thenComparing(deed -> deed.alert().id());

  /// Detectors that name the one to whom it was done as their subject: a client that gives its
  /// password away, and one that is handed code by a directory.
  private static final Set<String> ABOUT_VICTIMS = Set.of("clear-credentials", "java-reference");

  /// Tactics after which the target does what the attacker wants.
  private static final Set<String> LEADING =
      Set.of("Initial Access", "Execution", "Lateral Movement");

  /// Techniques of other tactics after which it does: guessed passwords, and forced logins.
  private static final List<String> LEADING_TECHNIQUES = List.of("T1110", "T1187");

  static Deed of(Alert alert) {
    return new Deed(
        alert,
        Stage.of(alert.detector().technique()),
        AlertHosts.subject(alert).map(Object::toString).orElse(alert.subject()),
        alert.target().flatMap(Deed::host));
  }

  /// The host that a target names. Networks, ports and words in general are none.
  private static Optional<String> host(String target) {
    Optional<String> address = AlertHosts.address(target).map(Object::toString);
    boolean domain = target.indexOf('.') > 0 && target.matches("[A-Za-z0-9_.-]{1,253}");
    return address.isPresent() || !domain ? address : Optional.of(target);
  }

  /// Whether it can make and join incidents. Information is shown in those it belongs to.
  boolean carries() {
    return alert.severity().compareTo(Severity.LOW) >= 0;
  }

  boolean medium() {
    return alert.severity().compareTo(Severity.MEDIUM) >= 0;
  }

  /// Whether what the target does later may be the attacker's doing.
  boolean leads() {
    boolean leading =
        LEADING.contains(alert.detector().technique().tactic())
            || LEADING_TECHNIQUES.stream()
                .anyMatch(id -> alert.detector().technique().id().startsWith(id));
    return leading && againstTarget() && target.isPresent();
  }

  /// Whether the subject did it to the target. Floods name the flooded as their subject; calls and
  /// uploads are the doings of a victim.
  boolean againstTarget() {
    return switch (stage) {
      case RECONNAISSANCE, ACCESS, EXECUTION -> !ABOUT_VICTIMS.contains(alert.detector().id());
      case IMPACT -> target.isPresent();
      case COMMAND_AND_CONTROL, EXFILTRATION, UNPLACED -> false;
    };
  }

  /// Whether the target is a server of the attacker's.
  boolean callsOut() {
    return switch (stage) {
      case COMMAND_AND_CONTROL, EXFILTRATION -> true;
      case ACCESS -> alert.detector().id().equals("java-reference");
      case RECONNAISSANCE, EXECUTION, IMPACT, UNPLACED -> false;
    };
  }
}
