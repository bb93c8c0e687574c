package io.aegispcap.platform.alerts.web;

import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Names;
import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.access.Requires;
import io.aegispcap.platform.alerts.Alert;
import io.aegispcap.platform.alerts.AlertId;
import io.aegispcap.platform.alerts.Alerts;
import io.aegispcap.platform.alerts.Finding;
import io.aegispcap.platform.alerts.Reason;
import io.aegispcap.platform.alerts.Viewer;
import io.aegispcap.platform.alerts.inbox.Inbox;
import io.aegispcap.platform.alerts.rule.ArchiveRule;
import io.aegispcap.platform.alerts.rule.RuleBook;
import io.aegispcap.platform.web.Redirect;
import io.aegispcap.platform.web.Reply;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Rules: made from an alert, after a look at what they match; listed, switched off, deleted.
@Controller
class RuleController {
  private static final int EXAMPLES = 10;

  private final Alerts alerts;
  private final RuleBook book;
  private final Inbox inbox;
  private final Names names;

  RuleController(Alerts alerts, RuleBook book, Inbox inbox, Names names) {
    this.alerts = alerts;
    this.book = book;
    this.inbox = inbox;
    this.names = names;
  }

  /// What the form for a rule holds.
  ///
  /// @param subject whether it shall be about the same host only; so at first
  /// @param shown whether the form was sent, so that what is not checked is meant so
  record Wanted(
      Optional<Boolean> subject,
      Optional<Boolean> target,
      Optional<Severity> severity,
      Optional<Reason> reason,
      Optional<Boolean> present,
      Optional<Boolean> shown) {

    ArchiveRule.Match match(Finding finding) {
      return new ArchiveRule.Match(
          finding.rule().id(),
          subject.orElse(shown.isEmpty()) ? Optional.of(finding.subject()) : Optional.empty(),
          target.orElse(false) ? finding.target() : Optional.empty(),
          severity.orElse(finding.severity()));
    }
  }

  @GetMapping("/alerts/rules")
  @Requires(Permission.TAKE_PART)
  Reply rules(Caller.Person caller) {
    List<ArchiveRule> all = book.all();
    return new RulesPage(
        all,
        names.of(all.stream().map(ArchiveRule::madeBy).toList()),
        all.stream()
            .filter(rule -> book.mayChange(caller, rule))
            .map(ArchiveRule::id)
            .collect(Collectors.toSet()));
  }

  @GetMapping("/alerts/{id}/rule")
  @Requires(Permission.TAKE_PART)
  Reply preview(Caller.Person caller, @PathVariable long id, Wanted wanted) {
    Alert alert = alerts.require(new AlertId(id), caller);
    ArchiveRule.Match match = wanted.match(alert.finding());
    List<AlertId> matching = book.matching(caller, match);
    return new RulePage(
        alert,
        match,
        wanted.reason().orElse(Reason.BENIGN),
        matching.size(),
        matching.size() < RuleBook.MOST,
        inbox.rows(matching.subList(0, Math.min(EXAMPLES, matching.size())), Viewer.of(caller)));
  }

  @PostMapping("/alerts/{id}/rule")
  @Requires(Permission.TAKE_PART)
  Reply make(Caller.Person caller, @PathVariable long id, Wanted wanted) {
    Alert alert = alerts.require(new AlertId(id), caller);
    RuleBook.Made made =
        book.make(
            caller,
            alert,
            wanted.match(alert.finding()),
            wanted.reason().orElse(Reason.BENIGN),
            wanted.present().orElse(false));
    return new Redirect("/alerts?" + DoneWords.of(made.archived()));
  }

  @PostMapping("/alerts/rules/{rule}/enable")
  @Requires(Permission.TAKE_PART)
  Reply enable(Caller.Person caller, @PathVariable long rule) {
    book.enable(caller, rule, true);
    return new Redirect("/alerts/rules");
  }

  @PostMapping("/alerts/rules/{rule}/disable")
  @Requires(Permission.TAKE_PART)
  Reply disable(Caller.Person caller, @PathVariable long rule) {
    book.enable(caller, rule, false);
    return new Redirect("/alerts/rules");
  }

  @PostMapping("/alerts/rules/{rule}/delete")
  @Requires(Permission.TAKE_PART)
  Reply delete(Caller.Person caller, @PathVariable long rule) {
    book.delete(caller, rule);
    return new Redirect("/alerts/rules");
  }
}
