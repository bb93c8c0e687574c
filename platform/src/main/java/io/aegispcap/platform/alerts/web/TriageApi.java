package io.aegispcap.platform.alerts.web;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.access.Requires;
import io.aegispcap.platform.alerts.AlertId;
import io.aegispcap.platform.alerts.Change;
import io.aegispcap.platform.alerts.triage.AlertTriage;
import io.aegispcap.platform.alerts.triage.Done;
import io.aegispcap.platform.web.ProblemException;
import io.aegispcap.platform.web.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Changes of many alerts at once, for programs.
@RestController
@RequestMapping("/api/v1/alerts")
class TriageApi {
  private final AlertTriage triage;
  private final Changes changes;

  TriageApi(AlertTriage triage, Changes changes) {
    this.triage = triage;
    this.changes = changes;
  }

  /// A state and an assignee are two actions, each of which can be undone.
  @Operation(summary = "Change up to 500 alerts at once")
  @PostMapping("/bulk")
  @Requires(Permission.TAKE_PART)
  Wire.Changed bulk(Caller.Person caller, @RequestBody Wire.Bulk bulk) {
    List<AlertId> alerts = bulk.alerts();
    Set<Long> changed = new TreeSet<>();
    int missing = 0;
    for (Change change : changes.read(bulk.state(), bulk.reason(), bulk.assignee())) {
      Done done = triage.change(caller, alerts, change);
      done.changed().forEach(alert -> changed.add(alert.value()));
      missing = done.missing();
    }
    int known = (int) alerts.stream().distinct().count() - missing;
    return new Wire.Changed(List.copyOf(changed), known - changed.size(), missing);
  }

  /// Takes back what the caller did last.
  @PostMapping("/undo")
  @Requires(Permission.TAKE_PART)
  Wire.Undone undo(Caller.Person caller) {
    return triage
        .undo(caller)
        .map(
            undone ->
                new Wire.Undone(
                    undone.alerts().stream().map(AlertId::value).toList(), undone.kept()))
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemType.Common.CONFLICT, "There is nothing to take back."));
  }
}
