package io.aegispcap.platform.alerts.web;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.alerts.Alert;
import io.aegispcap.platform.alerts.AlertId;
import io.aegispcap.platform.alerts.Reason;
import io.aegispcap.platform.alerts.Triage;
import io.aegispcap.platform.alerts.inbox.Row;
import io.aegispcap.platform.alerts.talk.Comment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// Alerts as the API spells them. People are handles; null for whoever left.
final class Wire {
  private Wire() {}

  /// @param next where the list goes on; null at its end
  record Page<T>(List<T> items, @Nullable String next) {}

  record CaptureRef(UUID id, String name) {}

  record RuleRef(String id, String name) {}

  /// An alert in a list.
  @JsonNaming(SnakeCaseStrategy.class)
  record Item(
      long id,
      String severity,
      String message,
      RuleRef rule,
      String subject,
      @Nullable String target,
      List<String> techniques,
      Instant start,
      Instant end,
      long count,
      CaptureRef capture,
      boolean found,
      Instant arrived,
      String state,
      @Nullable String reason,
      boolean assigned,
      @Nullable String assignee,
      int comments) {

    static Item of(Row row, Map<PersonId, String> names) {
      Triage triage = row.triage();
      return new Item(
          row.id().value(),
          row.severity().label(),
          row.sentence(),
          new RuleRef(row.detector(), row.detectorName()),
          row.subject(),
          row.target().orElse(null),
          row.techniques(),
          row.firstSeen(),
          row.lastSeen(),
          row.count(),
          new CaptureRef(row.capture().value(), row.captureName()),
          row.found(),
          row.arrived(),
          triage.state().slug(),
          triage.reason().map(Reason::slug).orElse(null),
          triage.assignee().isPresent(),
          triage.assignee().map(names::get).orElse(null),
          row.comments());
    }
  }

  /// An alert whole.
  ///
  /// @param alert as the analysis wrote it: `$defs/alert` of `analysis.schema.json`
  @JsonNaming(SnakeCaseStrategy.class)
  record Whole(
      long id,
      CaptureRef capture,
      boolean found,
      Instant arrived,
      String state,
      @Nullable String reason,
      boolean assigned,
      @Nullable String assignee,
      long version,
      JsonNode alert) {

    static Whole of(Alert alert, JsonNode document, Map<PersonId, String> names) {
      Triage triage = alert.triage();
      return new Whole(
          alert.id().value(),
          new CaptureRef(alert.capture().value(), alert.captureName()),
          alert.found(),
          alert.arrived(),
          triage.state().slug(),
          triage.reason().map(Reason::slug).orElse(null),
          triage.assignee().isPresent(),
          triage.assignee().map(names::get).orElse(null),
          alert.version(),
          document);
    }
  }

  /// A comment.
  record Said(long id, @Nullable String person, Instant at, @Nullable Instant edited, String text) {

    static Said of(Comment comment, Map<PersonId, String> names) {
      return new Said(
          comment.id(),
          names.get(comment.person()),
          comment.at(),
          comment.edited().orElse(null),
          comment.text());
    }
  }

  record Text(String text) {}

  /// A change of many alerts.
  ///
  /// @param assignee a handle; an empty one for nobody; null to leave it
  record Bulk(
      @Nullable List<Long> ids,
      @Nullable String state,
      @Nullable String reason,
      @Nullable String assignee) {

    List<AlertId> alerts() {
      return ids == null
          ? List.of()
          : ids.stream().filter(Objects::nonNull).map(AlertId::new).toList();
    }
  }

  /// What came of it.
  record Changed(List<Long> changed, int same, int missing) {}

  record Undone(List<Long> changed, int kept) {}
}
