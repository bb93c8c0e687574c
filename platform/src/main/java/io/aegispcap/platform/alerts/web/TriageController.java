package io.aegispcap.platform.alerts.web;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.access.Requires;
import io.aegispcap.platform.alerts.AlertId;
import io.aegispcap.platform.alerts.Change;
import io.aegispcap.platform.alerts.Reason;
import io.aegispcap.platform.alerts.State;
import io.aegispcap.platform.alerts.inbox.Cursor;
import io.aegispcap.platform.alerts.triage.ActionId;
import io.aegispcap.platform.alerts.triage.AlertTriage;
import io.aegispcap.platform.alerts.triage.Undone;
import io.aegispcap.platform.web.ProblemException;
import io.aegispcap.platform.web.ProblemType;
import io.aegispcap.platform.web.Redirect;
import io.aegispcap.platform.web.Reply;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What the buttons of inbox and alert page do.
@Controller
class TriageController {
  private final AlertTriage triage;
  private final Assignees assignees;

  TriageController(AlertTriage triage, Assignees assignees) {
    this.triage = triage;
    this.assignees = assignees;
  }

  /// @param action the button, such as `archive:benign`
  /// @param alert whose page to go back to; else it is the inbox with the filter `q`, from the
  ///   place `after` on
  @PostMapping("/alerts/change")
  @Requires(Permission.TAKE_PART)
  Reply change(
      Caller.Person caller,
      @RequestParam(name = "do") String action,
      @RequestParam(defaultValue = "") List<Long> ids,
      @RequestParam(defaultValue = "") String assignee,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String after,
      @RequestParam Optional<Long> alert) {
    String kind = action.split(":", 2)[0];
    Change change = change(caller, action, assignee);
    String done =
        DoneWords.of(
            kind.equals("assign-me") ? "assign" : kind,
            triage.change(caller, ids.stream().map(AlertId::new).toList(), change));
    return back(q, Cursor.parse(after), alert, done);
  }

  /// @param action what to take back; without one, what the caller did last
  @PostMapping("/alerts/undo")
  @Requires(Permission.TAKE_PART)
  Reply undo(
      Caller.Person caller,
      @RequestParam Optional<Long> action,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String after,
      @RequestParam Optional<Long> alert) {
    Optional<Undone> undone =
        action
            .map(which -> triage.undo(caller, new ActionId(which)))
            .orElseGet(() -> triage.undo(caller));
    return back(q, Cursor.parse(after), alert, undone.map(DoneWords::of).orElse("done=nothing"));
  }

  private Change change(Caller.Person caller, String action, String assignee) {
    return switch (action) {
      case "archive" -> Change.Move.to(State.ARCHIVED);
      case "start" -> Change.Move.to(State.IN_PROGRESS);
      case "escalate" -> Change.Move.to(State.ESCALATED);
      case "reopen" -> Change.Move.to(State.OPEN);
      case "assign-me" -> new Change.Assign(Optional.of(caller.id()));
      case "unassign" -> new Change.Assign(Optional.empty());
      case "assign" -> new Change.Assign(Optional.of(assignees.require(assignee)));
      default -> archive(action);
    };
  }

  private static Change archive(String action) {
    Optional<Reason> reason =
        action.startsWith("archive:")
            ? Reason.parse(action.substring("archive:".length()))
            : Optional.empty();
    return new Change.Move(
        State.ARCHIVED,
        Optional.of(
            reason.orElseThrow(
                () ->
                    new ProblemException(
                        ProblemType.Common.INVALID, "Nothing here does \"" + action + "\"."))));
  }

  private static Redirect back(
      String q, Optional<Cursor> after, Optional<Long> alert, String done) {
    return alert
        .map(id -> new Redirect("/alerts/" + id + "?" + done))
        .orElseGet(
            () -> {
              String href = new QueryText(q.strip()).href();
              String place = after.map(cursor -> "&after=" + cursor).orElse("");
              return new Redirect(href + (href.contains("?") ? "&" : "?") + done + place);
            });
  }
}
