package io.aegispcap.analysis.report;

import io.aegispcap.analysis.detection.Alert;
import io.aegispcap.analysis.detection.DetectorInfo;
import io.aegispcap.analysis.detection.Evidence;
import io.aegispcap.analysis.detection.Measure;
import io.aegispcap.analysis.detection.Technique;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.analysis.flow.TransportNames;
import java.util.List;

/// Alerts as JSON.
final class AlertJson {
  private final JsonTree json;

  AlertJson(JsonTree json) {
    this.json = json;
  }

  void alert(Alert alert) {
    DetectorInfo detector = alert.detector();
    json.text("id", alert.id());
    json.text("severity", alert.severity().label());
    json.text("message", alert.sentences().getFirst());
    json.strings("messages", alert.sentences());
    json.text("subject", alert.subject());
    alert.target().ifPresent(target -> json.text("target", target));
    json.object("event", () -> event(alert));
    json.object(
        "confidence",
        () -> {
          json.decimal("value", alert.confidence());
          json.text("reason", alert.confidenceReason());
        });
    json.object(
        "rule",
        () -> {
          json.text("id", detector.id());
          json.text("name", detector.name());
          json.text("version", detector.version());
        });
    json.object("threat", () -> threat(json, detector.technique()));
    json.array("measures", alert.measures(), this::measure);
    json.object("evidence", () -> evidence(alert.evidence()));
    json.text("wireshark_filter", WiresharkFilter.of(alert));
    json.text("benign_explanation", detector.benign());
    json.text("next_step", detector.next());
  }

  private void event(Alert alert) {
    json.text("kind", "alert");
    json.number("severity", alert.severity().ordinal());
    json.time("start", alert.firstSeen());
    json.time("end", alert.lastSeen());
    json.number("count", alert.count());
  }

  static void threat(JsonTree json, Technique technique) {
    json.text("framework", "MITRE ATT&CK");
    json.object(
        "technique",
        () -> {
          json.strings("id", List.of(technique.id()));
          json.strings("name", List.of(technique.name()));
        });
    json.object("tactic", () -> json.strings("name", List.of(technique.tactic())));
  }

  private void measure(Measure measure) {
    json.text("name", measure.name());
    json.decimal("value", measure.value());
    if (!Double.isNaN(measure.threshold())) {
      json.decimal("threshold", measure.threshold());
    }
    json.text("unit", measure.unit());
  }

  private void evidence(Evidence evidence) {
    json.number("packets_total", evidence.totalFrames());
    json.array("packets", FrameRanges.of(evidence.frames()), this::frames);
    json.number("flows_total", evidence.totalFlows());
    json.array("flows", evidence.flows(), this::flow);
  }

  private void frames(FrameRanges frames) {
    json.number("capture", frames.capture());
    json.ranges("ranges", frames.ranges());
  }

  private void flow(FlowKey flow) {
    json.object(
        "source",
        () -> {
          json.text("ip", flow.source().toString());
          json.number("port", flow.sourcePort());
        });
    json.object(
        "destination",
        () -> {
          json.text("ip", flow.destination().toString());
          json.number("port", flow.destinationPort());
        });
    json.object(
        "network",
        () -> {
          json.text("community_id", flow.communityId());
          json.text("iana_number", Integer.toString(flow.protocol()));
          json.text("transport", TransportNames.of(flow.protocol()));
          if (flow.vlan() >= 0) {
            json.object("vlan", () -> json.text("id", Integer.toString(flow.vlan())));
          }
        });
  }
}
