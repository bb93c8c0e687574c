package io.aegispcap.platform.alerts.web;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Deeds;
import io.aegispcap.platform.access.Names;
import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.access.Requires;
import io.aegispcap.platform.alerts.Viewer;
import io.aegispcap.platform.alerts.inbox.Filter;
import io.aegispcap.platform.alerts.inbox.Inbox;
import io.aegispcap.platform.alerts.inbox.Row;
import io.aegispcap.platform.web.ProblemException;
import io.aegispcap.platform.web.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Takes all alerts away that a filter finds.
@Controller
class ExportController {
  private final Inbox inbox;
  private final Filters filters;
  private final Names names;
  private final Deeds deeds;
  private final AlertFiles files;

  ExportController(Inbox inbox, Filters filters, Names names, Deeds deeds, AlertFiles files) {
    this.inbox = inbox;
    this.filters = filters;
    this.names = names;
    this.deeds = deeds;
    this.files = files;
  }

  @GetMapping({"/alerts/export", "/api/v1/alerts/export"})
  @Requires(Permission.VISIT)
  @Operation(summary = "Export alerts as CSV, JSON or Parquet")
  ResponseEntity<InputStreamResource> export(
      Caller caller,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "csv") String format)
      throws IOException {
    Filter filter = filters.require(q, caller);
    AlertFormat wanted =
        AlertFormat.parse(format)
            .orElseThrow(
                () ->
                    new ProblemException(
                        ProblemType.Common.INVALID,
                        "format is csv, json or parquet, not " + format + "."));
    AlertFiles.Made made = files.make(wanted, to -> each(filter, caller, to));
    deeds.record(
        caller, "alert.export", filter.text(), Map.of("results", Long.toString(made.results())));
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(wanted.mediaType()))
        .contentLength(made.size())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"alerts." + wanted.slug() + "\"")
        .body(new InputStreamResource(made.content()));
  }

  private void each(Filter filter, Caller caller, Consumer<Wire.Item> to) {
    Map<PersonId, String> known = new HashMap<>();
    inbox.each(
        filter,
        Viewer.of(caller),
        row -> {
          learn(row, known);
          to.accept(Wire.Item.of(row, known));
        });
  }

  private void learn(Row row, Map<PersonId, String> known) {
    Optional<PersonId> assignee = row.triage().assignee();
    if (assignee.isPresent() && !known.containsKey(assignee.get())) {
      known.putAll(names.of(List.of(assignee.get())));
    }
  }
}
