package io.aegispcap.analysis.report;

import io.aegispcap.analysis.incident.Incident;
import io.aegispcap.analysis.incident.Link;
import io.aegispcap.analysis.incident.Participant;
import io.aegispcap.analysis.incident.Stage;
import io.aegispcap.analysis.incident.Step;
import java.util.List;

/// Incidents as JSON.
final class IncidentJson {
  private final JsonTree json;
  private final StepWording words;

  IncidentJson(JsonTree json, List<CaptureFacts> captures) {
    this.json = json;
    this.words = new StepWording(captures);
  }

  void incident(Incident incident) {
    json.text("id", incident.id());
    json.text("title", incident.title());
    json.text("severity", incident.severity().label());
    json.text("severity_reason", incident.severityReason());
    json.object(
        "confidence",
        () -> {
          json.decimal("value", incident.confidence());
          json.text("reason", incident.confidenceReason());
        });
    json.time("start", incident.firstSeen());
    json.time("end", incident.lastSeen());
    json.strings("stages", incident.stages().stream().map(Stage::label).toList());
    json.array("hosts", incident.hosts(), this::host);
    json.number("hosts_omitted", incident.moreHosts());
    json.array("links", incident.links(), this::link);
    json.array("steps", incident.steps(), this::step);
    json.number("steps_omitted", incident.moreSteps());
    json.strings("alerts", incident.alerts());
  }

  private void host(Participant host) {
    json.text("name", host.name());
    json.strings("roles", host.roles().stream().map(role -> role.label()).toList());
  }

  private void link(Link link) {
    json.text("from", link.from());
    json.text("to", link.to());
    json.strings("techniques", link.techniques());
    json.text("severity", link.severity().label());
    json.number("alerts", link.alerts());
  }

  private void step(Step step) {
    json.text("stage", step.stage().label());
    json.text("severity", step.severity().label());
    json.text("message", words.sentence(step));
    json.text("subject", step.subject());
    json.strings("targets", step.targets());
    json.time("start", step.firstSeen());
    json.time("end", step.lastSeen());
    json.object(
        "rule",
        () -> {
          json.text("id", step.detector().id());
          json.text("name", step.detector().name());
          json.text("version", step.detector().version());
        });
    json.object("threat", () -> AlertJson.threat(json, step.detector().technique()));
    json.number("packets_total", step.totalFrames());
    json.array(
        "packets",
        FrameRanges.of(step.frames()),
        frames -> {
          json.number("capture", frames.capture());
          json.ranges("ranges", frames.ranges());
        });
    json.strings("alerts", step.alerts());
  }
}
