package io.aegispcap.platform;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.alerts.Alert;
import io.aegispcap.platform.alerts.AlertId;
import io.aegispcap.platform.alerts.Alerts;
import io.aegispcap.platform.alerts.Change;
import io.aegispcap.platform.alerts.Reason;
import io.aegispcap.platform.alerts.State;
import io.aegispcap.platform.alerts.Viewer;
import io.aegispcap.platform.alerts.inbox.Filter;
import io.aegispcap.platform.alerts.inbox.Inbox;
import io.aegispcap.platform.alerts.inbox.Row;
import io.aegispcap.platform.alerts.talk.Conversation;
import io.aegispcap.platform.alerts.triage.AlertTriage;
import io.aegispcap.platform.captures.CaptureId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/// A first look at the alerts, as a team takes it. What somebody touched already is left alone.
@Component
final class DemoTriage {
  private static final Filter EVERYTHING = new Filter("", List.of(), Filter.Order.SEVERITY);
  private static final int MOST = 100;

  /// Alerts come a moment after the analysis.
  private static final int TRIES = 100;

  private final Inbox inbox;
  private final Alerts alerts;
  private final AlertTriage triage;
  private final Conversation conversation;

  DemoTriage(Inbox inbox, Alerts alerts, AlertTriage triage, Conversation conversation) {
    this.inbox = inbox;
    this.alerts = alerts;
    this.triage = triage;
    this.conversation = conversation;
  }

  /// Hands the worst alert of a capture to somebody, who escalates it and says so.
  void escalate(CaptureId capture, Caller.Person by, Caller.Person to) throws InterruptedException {
    Optional<Row> worst = untouched(capture, by);
    if (worst.isEmpty()) {
      return;
    }
    AlertId id = worst.get().id();
    Alert alert = alerts.require(id, by);
    change(by, id, new Change.Assign(Optional.of(to.id())));
    conversation.say(by, alert, "Please look at this one first: somebody may be inside.");
    change(to, id, Change.Move.to(State.ESCALATED));
    conversation.say(
        to, alert, "The packets agree. I took the host off the network and keep its disk.");
  }

  /// Archives the worst alert of a capture as something that was planned.
  void settle(CaptureId capture, Caller.Person by) throws InterruptedException {
    Optional<Row> worst = untouched(capture, by);
    if (worst.isPresent()) {
      AlertId id = worst.get().id();
      conversation.say(by, alerts.require(id, by), "This was our own scan of Thursday.");
      change(by, id, new Change.Move(State.ARCHIVED, Optional.of(Reason.BENIGN)));
    }
  }

  private void change(Caller.Person by, AlertId alert, Change change) {
    triage.change(by, List.of(alert), change);
  }

  /// The worst alert of a capture, unless somebody saw to it.
  private Optional<Row> untouched(CaptureId capture, Caller.Person by) throws InterruptedException {
    Optional<Row> worst = worst(capture, by);
    for (int attempt = 0; worst.isEmpty() && attempt < TRIES; attempt++) {
      TimeUnit.MILLISECONDS.sleep(100);
      worst = worst(capture, by);
    }
    return worst.filter(DemoTriage::isUntouched);
  }

  private static boolean isUntouched(Row row) {
    Optional<PersonId> assignee = row.triage().assignee();
    return row.triage().state() == State.OPEN && row.comments() == 0 && assignee.isEmpty();
  }

  private Optional<Row> worst(CaptureId capture, Caller.Person by) {
    return inbox
        .list(EVERYTHING.inAnyState(), Viewer.of(by), Optional.empty(), MOST)
        .rows()
        .stream()
        .filter(row -> row.capture().equals(capture))
        .findFirst();
  }
}
