package io.aegispcap.platform.captures.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.platform.captures.Capture;
import io.aegispcap.platform.captures.run.AnalysisFacts;
import io.aegispcap.platform.captures.run.AnalysisRun;
import io.aegispcap.platform.captures.run.AnalysisSettings;
import io.aegispcap.platform.captures.run.AppliedNetwork;
import io.aegispcap.platform.captures.run.Standing;
import io.aegispcap.platform.captures.run.ToldIncident;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// Captures as programs see them.
///
/// @param owner their handle
/// @param state of the analysis that was asked for last
/// @param verdict of the last analysis that succeeded
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record CaptureJson(
    UUID id,
    String name,
    String owner,
    String visibility,
    String sha256,
    long size,
    Instant uploaded,
    List<String> tags,
    String notes,
    Optional<State> state,
    Optional<Verdict> verdict) {

  static CaptureJson of(CaptureRow row) {
    Capture capture = row.capture();
    return new CaptureJson(
        capture.id().value(),
        capture.name(),
        row.owner(),
        capture.visibility().slug(),
        capture.content().sha256(),
        capture.size(),
        capture.uploaded(),
        capture.tags(),
        capture.notes(),
        row.standing().map(State::of),
        row.facts().map(Verdict::of));
  }

  /// How far an analysis is.
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record State(String name, double progress, String step, Optional<String> problem) {

    static State of(Standing standing) {
      return new State(
          standing.state().slug(), standing.progress(), standing.step(), standing.problem());
    }
  }

  /// What was found, in a few words.
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Verdict(
      String sentence,
      Optional<String> worstSeverity,
      Map<String, Long> alerts,
      long packets,
      long flows,
      long hosts,
      long wireBytes,
      Optional<Instant> start,
      Optional<Instant> end,
      String format,
      String software,
      List<String> notices) {

    static Verdict of(AnalysisFacts facts) {
      Map<String, Long> alerts = new TreeMap<>();
      facts.alerts().forEach((severity, count) -> alerts.put(severity.label(), count));
      boolean empty = facts.packets() == 0;
      return new Verdict(
          facts.verdict(),
          facts.worst().map(Severity::label),
          alerts,
          facts.packets(),
          facts.flows(),
          facts.hosts(),
          facts.wireBytes(),
          empty ? Optional.empty() : Optional.of(facts.first()),
          empty ? Optional.empty() : Optional.of(facts.last()),
          facts.format(),
          facts.software(),
          facts.notices());
    }
  }

  /// Alerts that tell one story.
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record IncidentJson(
      String id,
      String title,
      String severity,
      double confidence,
      Instant start,
      Instant end,
      List<StepJson> steps,
      long moreSteps) {

    static IncidentJson of(ToldIncident incident) {
      return new IncidentJson(
          incident.id(),
          incident.title(),
          incident.severity().label(),
          incident.confidence(),
          incident.first(),
          Instant.ofEpochSecond(0, incident.lastNanos()),
          incident.steps().stream().map(StepJson::of).toList(),
          incident.moreSteps());
    }
  }

  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record StepJson(
      String stage,
      String technique,
      String severity,
      String sentence,
      Instant start,
      long packets) {

    static StepJson of(ToldIncident.Step step) {
      return new StepJson(
          step.stage(),
          step.technique(),
          step.severity().label(),
          step.sentence(),
          step.first(),
          step.frames());
    }
  }

  /// One analysis of a capture.
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record AnalysisJson(
      UUID id,
      UUID job,
      Instant requested,
      Optional<Instant> finished,
      State state,
      Settings settings,
      Optional<Verdict> verdict,
      Optional<List<IncidentJson>> incidents,
      Optional<NetworkJson> network) {

    static AnalysisJson of(AnalysisRun run, Standing standing) {
      return new AnalysisJson(
          run.id().value(),
          run.job().value(),
          run.requested(),
          run.finished(),
          State.of(standing),
          Settings.of(run.settings()),
          run.result().map(AnalysisRun.Result::facts).map(Verdict::of),
          run.result()
              .map(AnalysisRun.Result::facts)
              .flatMap(AnalysisFacts::incidents)
              .map(all -> all.stream().map(IncidentJson::of).toList()),
          run.result()
              .map(AnalysisRun.Result::facts)
              .flatMap(AnalysisFacts::network)
              .map(NetworkJson::of));
    }
  }

  /// What was known of the network when it began.
  ///
  /// @param allowed alerts that the allow-list left out
  /// @param usual alerts that the calibration left out
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record NetworkJson(
      List<String> homeNetworks,
      long allowances,
      long devices,
      Optional<Instant> calibrated,
      List<String> notes,
      long allowed,
      long usual) {

    static NetworkJson of(AppliedNetwork network) {
      return new NetworkJson(
          network.homeNetworks(),
          network.allowances(),
          network.devices(),
          network.calibrated(),
          network.notes(),
          network.allowed(),
          network.usual());
    }
  }

  /// As with the options of `aegis analyze`.
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Settings(
      List<String> homeNetworks,
      long idleSeconds,
      long activeSeconds,
      String vlanKey,
      boolean decapsulate,
      boolean lenient) {

    static Settings of(AnalysisSettings settings) {
      return new Settings(
          settings.homeNetworks(),
          settings.idleSeconds(),
          settings.activeSeconds(),
          settings.vlans().name().toLowerCase(Locale.ROOT),
          settings.decapsulate(),
          settings.lenient());
    }
  }
}
