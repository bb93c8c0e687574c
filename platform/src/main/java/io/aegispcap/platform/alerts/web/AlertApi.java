package io.aegispcap.platform.alerts.web;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Names;
import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.access.Reads;
import io.aegispcap.platform.access.Requires;
import io.aegispcap.platform.alerts.Alert;
import io.aegispcap.platform.alerts.AlertId;
import io.aegispcap.platform.alerts.Alerts;
import io.aegispcap.platform.alerts.Viewer;
import io.aegispcap.platform.alerts.inbox.Cursor;
import io.aegispcap.platform.alerts.inbox.Inbox;
import io.aegispcap.platform.alerts.inbox.Listing;
import io.aegispcap.platform.alerts.inbox.Row;
import io.aegispcap.platform.alerts.triage.AlertTriage;
import io.aegispcap.platform.web.ProblemException;
import io.aegispcap.platform.web.ProblemType;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Alerts, for programs.
@RestController
@RequestMapping("/api/v1/alerts")
class AlertApi {
  private static final int MOST = 500;
  private static final Pattern VALUE = Pattern.compile("[a-z<>=,-]{1,80}");

  private final Alerts alerts;
  private final Inbox inbox;
  private final AlertTriage triage;
  private final Filters filters;
  private final Changes changes;
  private final Names names;
  private final JsonMapper json;
  private final Reads reads;

  AlertApi(
      Alerts alerts,
      Inbox inbox,
      AlertTriage triage,
      Filters filters,
      Changes changes,
      Names names,
      JsonMapper json,
      Reads reads) {
    this.alerts = alerts;
    this.inbox = inbox;
    this.triage = triage;
    this.filters = filters;
    this.changes = changes;
    this.names = names;
    this.json = json;
    this.reads = reads;
  }

  /// @param state such as `open`, or several with commas; else what `q` says
  /// @param severity such as `high`, `>=medium`, or several with commas; else what `q` says
  @GetMapping
  @Requires(Permission.VISIT)
  Wire.Page<Wire.Item> list(
      Caller caller,
      @RequestParam(defaultValue = "") String q,
      @RequestParam Optional<String> state,
      @RequestParam Optional<String> severity,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam Optional<String> cursor) {
    if (limit < 1 || limit > MOST) {
      throw invalid("limit is 1 to " + MOST + ".");
    }
    Optional<Cursor> after =
        cursor.map(
            text ->
                Cursor.parse(text)
                    .orElseThrow(() -> invalid("cursor is none that a list gave out.")));
    String filter = q + term("is", state, "state") + term("severity", severity, "severity");
    Listing listing = inbox.list(filters.require(filter, caller), Viewer.of(caller), after, limit);
    reads.record(caller, "alert.list", "", filter, listing.rows().size());
    var known =
        names.of(
            listing.rows().stream()
                .map(Row::triage)
                .flatMap(judged -> judged.assignee().stream())
                .toList());
    return new Wire.Page<>(
        listing.rows().stream().map(row -> Wire.Item.of(row, known)).toList(),
        listing.next().map(Cursor::toString).orElse(null));
  }

  private static String term(String key, Optional<String> value, String parameter) {
    if (value.filter(text -> !VALUE.matcher(text).matches()).isPresent()) {
      throw invalid(parameter + " is one word, or several with commas.");
    }
    return value.map(text -> " " + key + ":" + text).orElse("");
  }

  @GetMapping("/{id}")
  @Requires(Permission.VISIT)
  ResponseEntity<Wire.Whole> one(Caller caller, @PathVariable long id) {
    Alert alert = alerts.require(new AlertId(id), caller);
    reads.record(caller, "alert.read", alert.id().toString(), "", 1);
    return whole(alert);
  }

  /// Changes state, reason or assignee; with `If-Match`, only the version that it names.
  @PatchMapping("/{id}")
  @Requires(Permission.TAKE_PART)
  ResponseEntity<Wire.Whole> change(
      Caller.Person caller,
      @PathVariable long id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String version,
      @RequestBody JsonNode wanted) {
    Alert alert = alerts.require(new AlertId(id), caller);
    if (version != null && !version.equals(tag(alert))) {
      throw new ProblemException(
          ProblemType.Common.CONFLICT, "Somebody changed this alert: its ETag is " + tag(alert));
    }
    JsonNode assignee = wanted.path("assignee");
    changes
        .read(
            text(wanted.path("state")),
            text(wanted.path("reason")),
            assignee.isNull() ? "" : text(assignee))
        .forEach(change -> triage.change(caller, List.of(alert.id()), change));
    return whole(alerts.require(alert.id(), caller));
  }

  private static @Nullable String text(JsonNode node) {
    return node.isString() ? node.asString() : null;
  }

  private ResponseEntity<Wire.Whole> whole(Alert alert) {
    var known = names.of(alert.triage().assignee().stream().toList());
    return ResponseEntity.ok()
        .eTag(tag(alert))
        .body(Wire.Whole.of(alert, json.readTree(alert.document()), known));
  }

  private static String tag(Alert alert) {
    return "\"" + alert.version() + "\"";
  }

  private static ProblemException invalid(String why) {
    return new ProblemException(ProblemType.Common.INVALID, why);
  }
}
