package io.aegispcap.platform.captures.flows.web;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.access.Requires;
import io.aegispcap.platform.captures.flows.FlowList;
import io.aegispcap.platform.captures.flows.Flows;
import io.aegispcap.platform.captures.flows.SeenFile;
import io.aegispcap.platform.captures.flows.filter.Completion;
import io.aegispcap.platform.captures.flows.web.CaptureFlows.Opened;
import io.aegispcap.platform.web.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The flows of a capture, for programs.
@RestController
@RequestMapping("/api/v1/captures/{id}")
class FlowsApi {
  private static final int MOST_FACTS = 1_000;

  private final CaptureFlows captures;
  private final Flows flows;

  FlowsApi(CaptureFlows captures, Flows flows) {
    this.captures = captures;
    this.flows = flows;
  }

  @GetMapping("/flows")
  @Requires(Permission.VISIT)
  Wire.Items<Wire.Flow> list(
      Caller caller,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String sort,
      @RequestParam(defaultValue = "100") int limit,
      @RequestParam(defaultValue = "") String cursor) {
    Opened opened = captures.open(caller, id);
    long offset = Cursor.offset(cursor, opened.analysis().id());
    FlowList list =
        flows.list(
            opened.flows(),
            Wanted.filter(q),
            Wanted.order(sort),
            offset,
            Wanted.limit(limit, Flows.MOST_ROWS));
    Optional<String> next =
        list.hasMore()
            ? Optional.of(new Cursor(opened.analysis().id(), offset + limit).toString())
            : Optional.empty();
    captures.read(caller, opened, "flow.list", q, list.rows().size());
    return new Wire.Items<>(list.rows().stream().map(Wire.Flow::of).toList(), next);
  }

  @GetMapping("/flows/{frame}")
  @Requires(Permission.VISIT)
  Wire.WholeFlow flow(Caller caller, @PathVariable UUID id, @PathVariable long frame) {
    Opened opened = captures.open(caller, id);
    Wire.WholeFlow flow =
        flows
            .find(opened.flows(), frame)
            .map(Wire.WholeFlow::of)
            .orElseThrow(() -> ProblemException.notFound("flow that begins with that frame"));
    captures.read(caller, opened, "flow.read", Long.toString(frame), 1);
    return flow;
  }

  @GetMapping("/overview")
  @Requires(Permission.VISIT)
  Wire.Overview overview(
      Caller caller, @PathVariable UUID id, @RequestParam(defaultValue = "") String q) {
    Opened opened = captures.open(caller, id);
    Wire.Overview overview = Wire.Overview.of(flows.traffic(opened.flows(), Wanted.filter(q)));
    captures.read(caller, opened, "traffic.read", q, 1);
    return overview;
  }

  @GetMapping("/names")
  @Requires(Permission.VISIT)
  Wire.Items<Wire.Name> names(
      Caller caller,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "200") int limit) {
    Opened opened = captures.open(caller, id);
    List<Wire.Name> names =
        flows.names(opened.flows(), Wanted.filter(q), Wanted.limit(limit, MOST_FACTS)).stream()
            .map(
                name ->
                    new Wire.Name(
                        name.name(),
                        name.how(),
                        name.field(),
                        name.flows(),
                        name.hosts(),
                        name.first(),
                        name.last()))
            .toList();
    captures.read(caller, opened, "name.list", q, names.size());
    return new Wire.Items<>(names, Optional.empty());
  }

  @GetMapping("/files")
  @Requires(Permission.VISIT)
  Wire.Items<SeenFile> files(
      Caller caller,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "200") int limit) {
    Opened opened = captures.open(caller, id);
    List<SeenFile> files =
        flows.files(opened.flows(), Wanted.filter(q), Wanted.limit(limit, MOST_FACTS));
    captures.read(caller, opened, "file.list", q, files.size());
    return new Wire.Items<>(files, Optional.empty());
  }

  /// What may be written in a filter.
  ///
  /// @param text of the filter
  /// @param cursor characters before the cursor
  @GetMapping("/filter/completions")
  @Requires(Permission.VISIT)
  Wire.Completions completions(
      Caller caller,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "0") int cursor) {
    Opened opened = captures.open(caller, id);
    Completion completion = flows.complete(opened.flows(), text, cursor);
    captures.read(caller, opened, "completion.list", text, completion.suggestions().size());
    return new Wire.Completions(
        completion.from(),
        completion.to(),
        completion.suggestions().stream()
            .map(each -> new Wire.Choice(each.text(), each.meaning()))
            .toList());
  }
}
