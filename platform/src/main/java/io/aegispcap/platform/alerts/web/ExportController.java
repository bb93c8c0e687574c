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
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/// Takes all alerts away that a filter finds, written as they are read.
@Controller
class ExportController {
  private static final Set<String> FORMATS = Set.of("csv", "json", "parquet");

  private final Inbox inbox;
  private final Filters filters;
  private final Names names;
  private final Deeds deeds;
  private final JsonMapper json;
  private final AlertParquet parquet;

  ExportController(
      Inbox inbox,
      Filters filters,
      Names names,
      Deeds deeds,
      JsonMapper json,
      AlertParquet parquet) {
    this.inbox = inbox;
    this.filters = filters;
    this.names = names;
    this.deeds = deeds;
    this.json = json;
    this.parquet = parquet;
  }

  @GetMapping({"/alerts/export", "/api/v1/alerts/export"})
  @Requires(Permission.VISIT)
  void export(
      Caller caller,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "csv") String format,
      HttpServletResponse response)
      throws IOException {
    Filter filter = filters.require(q, caller);
    if (!FORMATS.contains(format)) {
      throw new ProblemException(
          ProblemType.Common.INVALID, "format is csv, json or parquet, not " + format + ".");
    }
    deeds.record(caller, "alert.export", filter.text());
    switch (format) {
      case "json" -> json(filter, caller, response);
      case "parquet" -> parquet(filter, caller, response);
      default -> csv(filter, caller, response);
    }
  }

  private void parquet(Filter filter, Caller caller, HttpServletResponse response)
      throws IOException {
    AlertParquet.Made made = parquet.of(to -> each(filter, caller, to));
    try (InputStream content = made.content()) {
      head(response, "application/vnd.apache.parquet", "alerts.parquet");
      response.setContentLengthLong(made.size());
      content.transferTo(response.getOutputStream());
    }
  }

  private void csv(Filter filter, Caller caller, HttpServletResponse response) throws IOException {
    PrintWriter out = attachment(response, "text/csv", "alerts.csv");
    out.print(AlertCsv.HEAD);
    each(filter, caller, item -> out.print(AlertCsv.line(item)));
    out.flush();
  }

  private void json(Filter filter, Caller caller, HttpServletResponse response) throws IOException {
    PrintWriter out = attachment(response, MediaType.APPLICATION_JSON_VALUE, "alerts.json");
    out.print('[');
    boolean[] first = {true};
    each(
        filter,
        caller,
        item -> {
          out.print(first[0] ? "\n" : ",\n");
          first[0] = false;
          out.print(json.writeValueAsString(item));
        });
    out.print("\n]\n");
    out.flush();
  }

  private static PrintWriter attachment(HttpServletResponse response, String type, String name)
      throws IOException {
    head(response, type + ";charset=UTF-8", name);
    return response.getWriter();
  }

  private static void head(HttpServletResponse response, String type, String name) {
    response.setContentType(type);
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
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
