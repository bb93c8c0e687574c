package io.aegispcap.platform.alerts.store;

import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.alerts.AlertId;
import io.aegispcap.platform.alerts.Reason;
import io.aegispcap.platform.alerts.State;
import io.aegispcap.platform.alerts.Triage;
import io.aegispcap.platform.alerts.rule.ArchiveRule;
import io.aegispcap.platform.alerts.rule.Rules;
import io.aegispcap.platform.alerts.triage.Action;
import io.aegispcap.platform.alerts.triage.ActionId;
import io.aegispcap.platform.alerts.triage.Step;
import io.aegispcap.platform.database.SqlInstant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRules implements Rules {
  /// An alert `a` of a capture `c` and a rule `r` that matches it.
  private static final String MATCHES =
      """
       a.state <> 'ARCHIVED' and a.detector = r.detector and a.severity <= r.most_severe
         and (r.subject = '' or a.subject = r.subject) and (r.target = '' or a.target = r.target)
         and (c.visibility <> 'PRIVATE' or c.owner = r.made_by) and c.deleted_at is null
      """;

  private final JdbcClient sql;
  private final InstantSource clock;
  private final JdbcActions actions;

  JdbcRules(JdbcClient sql, InstantSource clock, JdbcActions actions) {
    this.sql = sql;
    this.clock = clock;
    this.actions = actions;
  }

  @Override
  public List<ArchiveRule> all() {
    return sql.sql("select * from alert_rule order by id desc").query(JdbcRules::rule).list();
  }

  @Override
  public Optional<ArchiveRule> find(long id) {
    return sql.sql("select * from alert_rule where id = :id")
        .param("id", id)
        .query(JdbcRules::rule)
        .optional();
  }

  @Override
  public ArchiveRule make(
      PersonId maker, String detectorName, ArchiveRule.Match match, Reason reason) {
    return sql.sql(
            """
            insert into alert_rule (made_by, made, detector, detector_name, subject, target, most_severe, reason)
            values (:maker, :now, :detector, :name, :subject, :target, :severity, :reason) returning *
            """)
        .param("maker", maker.value())
        .param("now", SqlInstant.of(clock.instant()))
        .param("detector", match.detector())
        .param("name", detectorName)
        .param("subject", match.subject().orElse(""))
        .param("target", match.target().orElse(""))
        .param("severity", match.mostSevere().ordinal())
        .param("reason", reason.name())
        .query(JdbcRules::rule)
        .single();
  }

  @Override
  public List<AlertId> matching(PersonId maker, ArchiveRule.Match match, int most) {
    return sql.sql(
            """
            select a.id
              from (values (:maker::uuid, :detector, :subject, :target, :severity))
                   as r (made_by, detector, subject, target, most_severe)
              join alert a on a.detector = r.detector
              join captures c on c.id = a.capture
             where
            """
                + MATCHES
                + " order by a.id desc limit :most")
        .param("maker", maker.value())
        .param("detector", match.detector())
        .param("subject", match.subject().orElse(""))
        .param("target", match.target().orElse(""))
        .param("severity", match.mostSevere().ordinal())
        .param("most", most)
        .query((row, _) -> Columns.alert(row, "id"))
        .list();
  }

  @Override
  public Archived archive(ArchiveRule rule, List<AlertId> alerts) {
    List<Step> steps =
        sql.sql(
                """
                select id, state, reason, assignee from alert
                 where id = any (:ids) and state <> 'ARCHIVED' order by id for no key update
                """)
            .param("ids", Columns.values(alerts))
            .query((row, _) -> archived(Columns.alert(row, "id"), Columns.triage(row, ""), rule))
            .list();
    return new Archived(
        steps.size(),
        steps.isEmpty()
            ? Optional.empty()
            : Optional.of(archive(rule, Optional.of(rule.madeBy()), steps).value()));
  }

  private ActionId archive(ArchiveRule rule, Optional<PersonId> by, List<Step> steps) {
    ActionId action =
        actions.record(by, Action.Kind.RULE, Optional.of(rule.id()), Optional.empty(), steps);
    sql.sql("update alert_rule set archived = archived + :steps where id = :id")
        .param("steps", steps.size())
        .param("id", rule.id())
        .update();
    return action;
  }

  private static Step archived(AlertId alert, Triage before, ArchiveRule rule) {
    return new Step(
        alert, before, new Triage(State.ARCHIVED, Optional.of(rule.reason()), before.assignee()));
  }

  /// Archives those of these that a rule matches, each by the oldest rule that does.
  void applyTo(List<AlertId> fresh) {
    Map<Long, List<AlertId>> byRule = new LinkedHashMap<>();
    sql.sql(
            """
            select a.id, min(r.id) as rule
              from alert a
              join captures c on c.id = a.capture
              join alert_rule r on r.enabled and r.detector = a.detector
             where a.id = any (:ids) and
            """
                + MATCHES
                + " group by a.id order by a.id")
        .param("ids", Columns.values(fresh))
        .query((row, _) -> Map.entry(row.getLong("rule"), Columns.alert(row, "id")))
        .list()
        .forEach(
            match ->
                byRule
                    .computeIfAbsent(match.getKey(), _ -> new ArrayList<>())
                    .add(match.getValue()));
    byRule.forEach((id, alerts) -> find(id).ifPresent(rule -> archiveForPlatform(rule, alerts)));
  }

  private void archiveForPlatform(ArchiveRule rule, List<AlertId> alerts) {
    archive(
        rule,
        Optional.empty(),
        alerts.stream().map(alert -> archived(alert, Triage.fresh(), rule)).toList());
  }

  @Override
  public void enable(long id, boolean enabled) {
    sql.sql("update alert_rule set enabled = :enabled where id = :id")
        .param("enabled", enabled)
        .param("id", id)
        .update();
  }

  @Override
  public void delete(long id) {
    sql.sql("delete from alert_rule where id = :id").param("id", id).update();
  }

  @Override
  public void disableAll(PersonId maker) {
    sql.sql("update alert_rule set enabled = false where made_by = :maker")
        .param("maker", maker.value())
        .update();
  }

  private static ArchiveRule rule(ResultSet row, int number) throws SQLException {
    return new ArchiveRule(
        row.getLong("id"),
        new PersonId(row.getObject("made_by", UUID.class)),
        SqlInstant.in(row, "made"),
        row.getString("detector_name"),
        new ArchiveRule.Match(
            row.getString("detector"),
            Optional.of(row.getString("subject")).filter(text -> !text.isEmpty()),
            Optional.of(row.getString("target")).filter(text -> !text.isEmpty()),
            Severity.values()[row.getInt("most_severe")]),
        Reason.valueOf(row.getString("reason")),
        row.getBoolean("enabled"),
        row.getLong("archived"));
  }
}
