package io.aegispcap.analysis.incident;

import io.aegispcap.analysis.detection.Severity;
import java.util.Comparator;
import java.util.List;

/// Alerts that tell one story.
///
/// @param id follows from the ids of its alerts, such as `i-5f1c2e77b0`
/// @param title who, and what became of it, in a few words
/// @param severity that of its most severe alert, or one above ([Grading])
/// @param severityReason in half a sentence
/// @param confidence 0 to 1 ([Grading])
/// @param confidenceReason in half a sentence
/// @param stages those it has steps in, in the order of [Stage]
/// @param hosts those most alerts are about first, at most [#MAX_HOSTS]
/// @param moreHosts how many are not listed
/// @param links between its hosts, in the order of time, at most [#MAX_LINKS]
/// @param steps in the order of time, at most [#MAX_STEPS], the most severe ones if there are more
/// @param moreSteps how many are not listed
/// @param alerts ids of all its alerts, sorted
public record Incident(
    String id,
    String title,
    Severity severity,
    String severityReason,
    double confidence,
    String confidenceReason,
    long firstSeen,
    long lastSeen,
    List<Stage> stages,
    List<Participant> hosts,
    long moreHosts,
    List<Link> links,
    List<Step> steps,
    long moreSteps,
    List<String> alerts) {
  public static final int MAX_STEPS = 200;
  public static final int MAX_HOSTS = 200;
  public static final int MAX_LINKS = 400;

  /// Most urgent first, then surest, earliest, and by id.
  public static final Comparator<Incident> ORDER =
      Comparator.comparing(Incident::severity, Comparator.reverseOrder())
          .thenComparing(Incident::confidence, Comparator.reverseOrder())
          .thenComparingLong(Incident::firstSeen)
          .thenComparing(Incident::id);

  public Incident {
    stages = List.copyOf(stages);
    hosts = List.copyOf(hosts);
    links = List.copyOf(links);
    steps = List.copyOf(steps);
    alerts = List.copyOf(alerts);
  }
}
