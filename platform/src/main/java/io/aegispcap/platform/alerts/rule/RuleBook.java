package io.aegispcap.platform.alerts.rule;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Deeds;
import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.alerts.Alert;
import io.aegispcap.platform.alerts.AlertId;
import io.aegispcap.platform.alerts.Reason;
import io.aegispcap.platform.web.ProblemException;
import io.aegispcap.platform.web.ProblemType;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Makes rules from alerts. Everybody who is signed in sees them all; their makers and moderators
/// change them.
@Service
public class RuleBook {
  /// Present alerts that a new rule archives at most; the others stay in the inbox.
  public static final int MOST = 10_000;

  private final Rules rules;
  private final Deeds deeds;

  RuleBook(Rules rules, Deeds deeds) {
    this.rules = rules;
    this.deeds = deeds;
  }

  /// What came of it.
  ///
  /// @param archived which present alerts
  public record Made(ArchiveRule rule, Rules.Archived archived) {}

  public List<ArchiveRule> all() {
    return rules.all();
  }

  /// @throws ProblemException NOT_FOUND
  public ArchiveRule require(long id) {
    return rules.find(id).orElseThrow(() -> ProblemException.notFound("rule " + id));
  }

  /// Alerts in the inbox that such a rule of the caller's would archive, at most [#MOST].
  public List<AlertId> matching(Caller.Person caller, ArchiveRule.Match match) {
    return rules.matching(caller.id(), match, MOST);
  }

  /// @param alert one that the rule matches
  /// @param present whether to archive what is in the inbox already, too
  @Transactional
  public Made make(
      Caller.Person caller, Alert alert, ArchiveRule.Match match, Reason reason, boolean present) {
    ArchiveRule rule = rules.make(caller.id(), alert.finding().rule().name(), match, reason);
    List<AlertId> matching = present ? matching(caller, match) : List.<AlertId>of();
    Rules.Archived archived =
        matching.isEmpty() ? Rules.Archived.NOTHING : rules.archive(rule, matching);
    deeds.record(
        caller,
        "alert-rule.make",
        Long.toString(rule.id()),
        Map.of("match", match.toString(), "archived", Integer.toString(archived.alerts())));
    return new Made(rule, archived);
  }

  @Transactional
  public void enable(Caller.Person caller, long id, boolean enabled) {
    requireOwn(caller, id);
    rules.enable(id, enabled);
    deeds.record(caller, enabled ? "alert-rule.enable" : "alert-rule.disable", Long.toString(id));
  }

  /// What it archived stays archived.
  @Transactional
  public void delete(Caller.Person caller, long id) {
    requireOwn(caller, id);
    rules.delete(id);
    deeds.record(caller, "alert-rule.delete", Long.toString(id));
  }

  public boolean mayChange(Caller.Person caller, ArchiveRule rule) {
    return rule.madeBy().equals(caller.id()) || caller.may(Permission.MODERATE);
  }

  private void requireOwn(Caller.Person caller, long id) {
    ArchiveRule rule = require(id);
    if (!mayChange(caller, rule)) {
      throw new ProblemException(
          ProblemType.Common.FORBIDDEN, "Only who made a rule and moderators may change it.");
    }
  }
}
