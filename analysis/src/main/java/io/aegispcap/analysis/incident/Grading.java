package io.aegispcap.analysis.incident;

import io.aegispcap.analysis.detection.Alert;
import io.aegispcap.analysis.detection.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/// How bad an incident is and how sure, from its alerts alone.
///
/// Severity: that of the worst alert. From medium on it is raised by one when [#FOLLOWING] stages
/// follow one another in time, or two with an alert of medium or worse each.
///
/// Confidence: the highest one of the alerts that are as severe as the worst; each further stage
/// that follows takes away [#SHARE] of what is missing to certainty.
///
/// @param stages how many stages follow one another: the longest row of alerts, none of them
///   information, in which each begins no earlier than the one before and stands at a later stage
/// @param mediumStages the same with alerts of medium or worse alone
record Grading(
    Severity severity,
    String severityReason,
    double confidence,
    String confidenceReason,
    int stages,
    int mediumStages) {
  static final int FOLLOWING = 3;
  static final double SHARE = 0.25;

  /// @param deeds in the order of [Deed#BY_TIME], one that carries at least
  static Grading of(List<Deed> deeds) {
    Alert worst =
        deeds.stream()
            .map(Deed::alert)
            .max(Comparator.comparing(Alert::severity).thenComparingDouble(Alert::confidence))
            .orElseThrow();
    int stages = following(deeds, Deed::carries);
    int medium = following(deeds, Deed::medium);
    boolean raised =
        worst.severity().compareTo(Severity.MEDIUM) >= 0 && (stages >= FOLLOWING || medium >= 2);
    double missing = (1 - worst.confidence()) * Math.pow(1 - SHARE, Math.max(0, stages - 1));
    String of = "that of \"" + worst.detector().name() + "\"";
    return new Grading(
        raised ? above(worst.severity()) : worst.severity(),
        raised
            ? of + ", raised since " + Math.max(stages, medium) + " stages follow one another"
            : of,
        1 - missing,
        stages > 1 ? of + ", raised since " + stages + " stages follow one another" : of,
        stages,
        medium);
  }

  private static Severity above(Severity severity) {
    return severity == Severity.MEDIUM ? Severity.HIGH : Severity.CRITICAL;
  }

  private static int following(List<Deed> deeds, Predicate<Deed> counted) {
    int[] longest = new int[Stage.values().length];
    for (Deed deed : deeds) {
      if (counted.test(deed) && deed.stage() != Stage.UNPLACED) {
        int before = 0;
        for (int stage = 0; stage < deed.stage().ordinal(); stage++) {
          before = Math.max(before, longest[stage]);
        }
        longest[deed.stage().ordinal()] = Math.max(longest[deed.stage().ordinal()], before + 1);
      }
    }
    int most = 0;
    for (int length : longest) {
      most = Math.max(most, length);
    }
    return most;
  }
}
