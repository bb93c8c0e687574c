package io.aegispcap.platform.alerts.web;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Names;
import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.access.Reads;
import io.aegispcap.platform.access.Requires;
import io.aegispcap.platform.accounts.People;
import io.aegispcap.platform.alerts.Alert;
import io.aegispcap.platform.alerts.AlertId;
import io.aegispcap.platform.alerts.Alerts;
import io.aegispcap.platform.alerts.Finding;
import io.aegispcap.platform.alerts.State;
import io.aegispcap.platform.alerts.Viewer;
import io.aegispcap.platform.alerts.inbox.Filter;
import io.aegispcap.platform.alerts.inbox.Inbox;
import io.aegispcap.platform.alerts.inbox.Row;
import io.aegispcap.platform.alerts.inbox.Term;
import io.aegispcap.platform.alerts.talk.Comment;
import io.aegispcap.platform.alerts.talk.Conversation;
import io.aegispcap.platform.alerts.triage.Action;
import io.aegispcap.platform.alerts.triage.Actions;
import io.aegispcap.platform.web.Reply;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The page of an alert.
@Controller
class AlertController {
  private static final int OTHERS = 8;
  private static final int HISTORY = 100;
  private static final int SAID = 100;
  private static final int MOST_PEOPLE = 500;

  private final Alerts alerts;
  private final Inbox inbox;
  private final Conversation conversation;
  private final Actions actions;
  private final Names names;
  private final People people;
  private final Reads reads;

  AlertController(
      Alerts alerts,
      Inbox inbox,
      Conversation conversation,
      Actions actions,
      Names names,
      People people,
      Reads reads) {
    this.alerts = alerts;
    this.inbox = inbox;
    this.conversation = conversation;
    this.actions = actions;
    this.names = names;
    this.people = people;
    this.reads = reads;
  }

  /// @param said whether to show all comments; else the latest
  @GetMapping("/alerts/{id}")
  @Requires(Permission.VISIT)
  Reply alert(
      Caller caller,
      @PathVariable long id,
      @RequestParam(name = "all-comments", defaultValue = "false") boolean said,
      DoneWords done) {
    Alert alert = alerts.require(new AlertId(id), caller);
    reads.record(caller, "alert.read", alert.id().toString(), "", 1);
    List<Comment> latest = said ? conversation.of(alert) : conversation.latest(alert, SAID + 1);
    boolean earlier = !said && latest.size() > SAID;
    List<Comment> comments = earlier ? latest.subList(1, latest.size()) : latest;
    List<Action> history = actions.historyOf(alert.id(), HISTORY);
    Map<PersonId, String> known = names.of(mentioned(alert, comments, history));
    String host = Finding.host(alert.finding().subject());
    return new AlertPage(
        alert,
        alert.triage().assignee().map(person -> HistoryLine.name(person, known)),
        others(alert, host, caller),
        host,
        comments.stream().map(comment -> said(comment, known, caller)).toList(),
        earlier,
        history.stream().map(action -> HistoryLine.of(action, known)).toList(),
        assignable(caller),
        done.told());
  }

  private static Set<PersonId> mentioned(
      Alert alert, List<Comment> comments, List<Action> history) {
    Set<PersonId> people = new HashSet<>();
    alert.triage().assignee().ifPresent(people::add);
    comments.forEach(comment -> people.add(comment.person()));
    for (Action action : history) {
      action.person().ifPresent(people::add);
      action.after().assignee().ifPresent(people::add);
    }
    return people;
  }

  private List<Row> others(Alert alert, String host, Caller caller) {
    Filter sameHost =
        new Filter(
            "",
            List.of(new Term.Is(EnumSet.allOf(State.class)), new Term.Host(host)),
            Filter.Order.NEWEST);
    return inbox.list(sameHost, Viewer.of(caller), Optional.empty(), OTHERS + 1).rows().stream()
        .filter(row -> !row.id().equals(alert.id()))
        .limit(OTHERS)
        .toList();
  }

  private static Said said(Comment comment, Map<PersonId, String> names, Caller caller) {
    boolean own = caller instanceof Caller.Person person && person.id().equals(comment.person());
    return new Said(comment, HistoryLine.name(comment.person(), names), own);
  }

  private List<String> assignable(Caller caller) {
    return caller instanceof Caller.Person
        ? people.all().stream()
            .filter(profile -> !profile.locked())
            .limit(MOST_PEOPLE)
            .map(profile -> profile.handle().value())
            .toList()
        : List.of();
  }
}
