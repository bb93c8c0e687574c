package io.aegispcap.platform.captures.run;

import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.analysis.incident.Incident;
import java.time.Instant;
import java.util.List;

/// An incident that an analysis told of, as much of it as pages show; the report has all.
///
/// @param id the same as in the report
/// @param confidence 0 to 1
/// @param firstNanos time of its first packet since 1970
/// @param lastNanos time of its last packet
/// @param steps the first [#MOST_STEPS] in the order of time
/// @param moreSteps how many are not listed
public record ToldIncident(
    String id,
    String title,
    Severity severity,
    double confidence,
    long firstNanos,
    long lastNanos,
    List<Step> steps,
    long moreSteps) {
  private static final int MOST_STEPS = 12;

  public ToldIncident {
    steps = List.copyOf(steps);
  }

  /// One thing that happened in it.
  ///
  /// @param stage such as `access`
  /// @param technique id and name of ATT&CK
  /// @param sentence who did what
  /// @param frames how many packets prove it
  public record Step(
      String stage,
      String technique,
      Severity severity,
      String sentence,
      long firstNanos,
      long frames) {
    public Instant first() {
      return Instant.ofEpochSecond(0, firstNanos);
    }
  }

  static ToldIncident of(Incident incident) {
    List<Step> steps = incident.steps().stream().limit(MOST_STEPS).map(ToldIncident::step).toList();
    return new ToldIncident(
        incident.id(),
        incident.title(),
        incident.severity(),
        incident.confidence(),
        incident.firstSeen(),
        incident.lastSeen(),
        steps,
        incident.steps().size() - steps.size() + incident.moreSteps());
  }

  private static Step step(io.aegispcap.analysis.incident.Step step) {
    return new Step(
        step.stage().label(),
        step.detector().technique().id() + " " + step.detector().technique().name(),
        step.severity(),
        step.sentence(),
        step.firstSeen(),
        step.totalFrames());
  }

  public Instant first() {
    return Instant.ofEpochSecond(0, firstNanos);
  }
}
