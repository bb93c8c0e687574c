package io.aegispcap.cli.stix;

import io.aegispcap.stix.json.JsonArray;
import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import io.aegispcap.stix.pattern.PatternError;
import io.aegispcap.stix.validation.Finding;
import io.aegispcap.stix.validation.ValidationReport;
import java.util.List;

/// Answers as JSON.
final class Answers {
  private Answers() {}

  static JsonObject report(ValidationReport report) {
    return JsonObject.EMPTY
        .with("valid", JsonValue.of(report.valid()))
        .with("errors", findings(report.errors()))
        .with("warnings", findings(report.warnings()));
  }

  private static JsonArray findings(List<Finding> findings) {
    return new JsonArray(findings.stream().<JsonValue>map(Answers::finding).toList());
  }

  private static JsonObject finding(Finding finding) {
    return JsonObject.EMPTY
        .with("path", JsonValue.of(finding.path()))
        .with("rule", JsonValue.of(finding.rule()))
        .with("message", JsonValue.of(finding.message()))
        .with("fix", JsonValue.of(finding.fix()));
  }

  static JsonObject patternErrors(List<PatternError> errors) {
    return JsonObject.EMPTY
        .with("valid", JsonValue.of(errors.isEmpty()))
        .with(
            "errors",
            new JsonArray(errors.stream().<JsonValue>map(Answers::patternError).toList()));
  }

  private static JsonObject patternError(PatternError error) {
    return JsonObject.EMPTY
        .with("line", JsonValue.of(error.line()))
        .with("column", JsonValue.of(error.column()))
        .with("message", JsonValue.of(error.message()));
  }

  static JsonObject error(String reason) {
    return JsonObject.of("error", JsonValue.of(reason));
  }
}
