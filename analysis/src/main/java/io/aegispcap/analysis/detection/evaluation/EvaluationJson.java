package io.aegispcap.analysis.detection.evaluation;

import io.aegispcap.analysis.detection.Severity;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes an evaluation for machines: totals by half and class, then every capture.
public final class EvaluationJson {
  private final JsonGenerator out;

  private EvaluationJson(JsonGenerator out) {
    this.out = out;
  }

  /// @param stream stays open
  public static void write(EvaluationResult result, OutputStream stream) {
    JsonFactory factory = new JsonFactory();
    JsonGenerator out = factory.createGenerator(ObjectWriteContext.empty(), stream);
    out.configure(tools.jackson.core.StreamWriteFeature.AUTO_CLOSE_TARGET, false);
    new EvaluationJson(out).document(result);
    out.writeRaw('\n');
    out.close();
  }

  private void document(EvaluationResult result) {
    out.writeStartObject();
    part("all", result, capture -> true);
    for (Half half : Half.values()) {
      part(half.label(), result, capture -> capture.half() == half);
    }
    out.writeArrayPropertyStart("captures");
    result.captures().forEach(this::capture);
    out.writeEndArray();
    out.writeEndObject();
  }

  private void part(String name, EvaluationResult result, Predicate<LabelledCapture> which) {
    out.writeObjectPropertyStart(name);
    out.writeObjectPropertyStart("classes");
    for (Map.Entry<String, EvaluationResult.ClassRow> row : result.classes(which).entrySet()) {
      out.writeObjectPropertyStart(row.getKey());
      classRow(row.getValue());
      out.writeEndObject();
    }
    out.writeEndObject();
    benign(result.benign(which));
    out.writeEndObject();
  }

  private void classRow(EvaluationResult.ClassRow row) {
    out.writeNumberProperty("captures", row.captures());
    out.writeNumberProperty("found", row.found());
    strings("detectors", ClassDetectors.of(row.label()));
    out.writeObjectPropertyStart("flows");
    counts(row.flows());
    out.writeEndObject();
  }

  private void counts(FlowCounts counts) {
    out.writeNumberProperty("right", counts.right());
    out.writeNumberProperty("wrong", counts.wrong());
    out.writeNumberProperty("missed", counts.missed());
    number("precision", counts.precision());
    number("recall", counts.recall());
  }

  /// Leaves out what is not a number.
  private void number(String name, double value) {
    if (Double.isFinite(value)) {
      out.writeNumberProperty(name, value);
    }
  }

  private void benign(EvaluationResult.BenignRow row) {
    out.writeObjectPropertyStart("benign");
    out.writeNumberProperty("captures", row.captures());
    out.writeNumberProperty("with_high_or_critical", row.withHigh());
    out.writeNumberProperty("with_medium_or_worse", row.withMedium());
    out.writeNumberProperty("with_low_or_worse", row.withLow());
    out.writeNumberProperty("alerts_low_or_worse", row.alerts());
    out.writeNumberProperty("hours", row.hours());
    out.writeNumberProperty("alerts_per_hour", row.alertsPerHour());
    out.writeEndObject();
  }

  private void capture(CaptureScore score) {
    LabelledCapture capture = score.capture();
    out.writeStartObject();
    out.writeStringProperty("path", capture.path());
    out.writeStringProperty("class", capture.label());
    out.writeStringProperty("family", capture.family());
    out.writeStringProperty("half", capture.half().label());
    if (score.failure().isPresent()) {
      out.writeStringProperty("failure", score.failure().get());
    } else {
      analysed(score);
    }
    out.writeEndObject();
  }

  private void analysed(CaptureScore score) {
    if (!score.capture().benign()) {
      out.writeBooleanProperty("found", score.found());
    }
    out.writeNumberProperty("seconds", score.seconds());
    out.writeNumberProperty("inside_hosts", score.hosts());
    if (score.firstAlert().isPresent()) {
      out.writeNumberProperty("first_alert_begins_s", score.firstAlert().get().begins());
      out.writeNumberProperty("first_alert_complete_s", score.firstAlert().get().complete());
    }
    out.writeArrayPropertyStart("alerts");
    for (var alert : score.alerts()) {
      out.writeStartObject();
      out.writeStringProperty("id", alert.id());
      out.writeStringProperty("detector", alert.detector().id());
      out.writeStringProperty("severity", alert.severity().label());
      out.writeNumberProperty("confidence", alert.confidence());
      out.writeStringProperty("sentence", alert.sentences().getFirst());
      out.writeEndObject();
    }
    out.writeEndArray();
    score.worst().map(Severity::label).ifPresent(worst -> out.writeStringProperty("worst", worst));
  }

  private void strings(String name, List<String> values) {
    out.writeArrayPropertyStart(name);
    values.forEach(out::writeString);
    out.writeEndArray();
  }
}
