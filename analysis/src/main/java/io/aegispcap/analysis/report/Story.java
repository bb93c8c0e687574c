package io.aegispcap.analysis.report;

import io.aegispcap.analysis.incident.Incident;
import java.util.ArrayList;
import java.util.List;

/// An incident as the report's templates show it.
///
/// @param course chart of its steps over time as SVG; empty for those that are not drawn
/// @param graph chart of its hosts as SVG; empty for those that are not drawn, or without links
record Story(Incident incident, StepWording words, String course, String graph) {
  /// Incidents that are drawn; a report with more charts than these is no longer looked at.
  private static final int MAX_DRAWN = 20;

  static List<Story> all(RunSummary summary) {
    List<Story> stories = new ArrayList<>();
    StepWording words = new StepWording(summary.captures());
    for (Incident incident : summary.incidents()) {
      boolean drawn = stories.size() < MAX_DRAWN;
      stories.add(
          new Story(
              incident,
              words,
              drawn ? new CourseChart(incident).svg() : "",
              drawn ? new CastChart(incident, summary.hosts()).svg() : ""));
    }
    return stories;
  }
}
