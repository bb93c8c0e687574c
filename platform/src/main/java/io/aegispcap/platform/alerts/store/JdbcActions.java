package io.aegispcap.platform.alerts.store;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.alerts.AlertId;
import io.aegispcap.platform.alerts.Reason;
import io.aegispcap.platform.alerts.Triage;
import io.aegispcap.platform.alerts.Viewer;
import io.aegispcap.platform.alerts.triage.Action;
import io.aegispcap.platform.alerts.triage.ActionId;
import io.aegispcap.platform.alerts.triage.Actions;
import io.aegispcap.platform.alerts.triage.Held;
import io.aegispcap.platform.alerts.triage.Step;
import io.aegispcap.platform.alerts.triage.Undone;
import io.aegispcap.platform.database.SqlInstant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcActions implements Actions {
  private final JdbcClient sql;
  private final InstantSource clock;

  JdbcActions(JdbcClient sql, InstantSource clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /// In the order of their ids, so that two who change the same alerts wait for each other.
  @Override
  public List<Held> hold(Collection<AlertId> alerts, Viewer viewer) {
    return Visible.to(
            viewer,
            sql.sql(
                    "select a.id, a.state, a.reason, a.assignee, c.owner, c.visibility = 'PRIVATE'"
                        + " as secret from alert a"
                        + Visible.to(viewer)
                        + "where a.id = any (:ids) order by a.id for no key update of a")
                .param("ids", Columns.values(alerts.stream().distinct().toList())))
        .query(
            (row, _) ->
                new Held(
                    Columns.alert(row, "id"),
                    Columns.triage(row, ""),
                    new PersonId(row.getObject("owner", UUID.class)),
                    row.getBoolean("secret")))
        .list();
  }

  @Override
  public ActionId record(Optional<PersonId> person, Action.Kind kind, List<Step> steps) {
    return record(person, kind, Optional.empty(), Optional.empty(), steps);
  }

  ActionId record(
      Optional<PersonId> person,
      Action.Kind kind,
      Optional<Long> rule,
      Optional<ActionId> undoes,
      List<Step> steps) {
    ActionId action =
        sql.sql(
                """
                insert into alert_action (at, person, kind, rule, undoes)
                values (:now, :person, :kind, :rule, :undoes) returning id
                """)
            .param("now", SqlInstant.of(clock.instant()))
            .param("person", person.map(PersonId::value).orElse(null))
            .param("kind", kind.name())
            .param("rule", rule.orElse(null))
            .param("undoes", undoes.map(ActionId::value).orElse(null))
            .query((row, _) -> new ActionId(row.getLong("id")))
            .single();
    keep(action, steps);
    return action;
  }

  private void keep(ActionId action, List<Step> steps) {
    sql.sql(
            """
            with step as (
              select * from unnest(:alerts::bigint[], :sb::text[], :rb::text[], :ab::uuid[],
                                   :sa::text[], :ra::text[], :aa::uuid[])
                as step(alert, state_before, reason_before, assignee_before, state_after, reason_after, assignee_after)
            ), done as (
              update alert set state = state_after, reason = reason_after, assignee = assignee_after,
                               version = version + 1
                from step where id = step.alert
            )
            insert into alert_change (action, alert, state_before, reason_before, assignee_before,
                                      state_after, reason_after, assignee_after)
            select :action, alert, state_before, reason_before, assignee_before,
                   state_after, reason_after, assignee_after
              from step
            """)
        .param("action", action.value())
        .param("alerts", Columns.values(steps.stream().map(Step::alert).toList()))
        .param("sb", texts(steps, step -> step.before().state().name()))
        .param("rb", texts(steps, step -> reason(step.before())))
        .param("ab", people(steps, Step::before))
        .param("sa", texts(steps, step -> step.after().state().name()))
        .param("ra", texts(steps, step -> reason(step.after())))
        .param("aa", people(steps, Step::after))
        .update();
  }

  @Override
  public Optional<ActionId> lastOf(PersonId person) {
    return sql.sql(
            """
            select id from alert_action
             where person = :person and kind in ('CHANGE', 'RULE') and not undone
             order by id desc limit 1 for no key update
            """)
        .param("person", person.value())
        .query((row, _) -> new ActionId(row.getLong("id")))
        .optional();
  }

  @Override
  public Optional<ActionId> ownOf(PersonId person, ActionId action) {
    return sql.sql(
            """
            select id from alert_action
             where id = :id and person = :person and kind in ('CHANGE', 'RULE') and not undone
               for no key update
            """)
        .param("id", action.value())
        .param("person", person.value())
        .query((row, _) -> new ActionId(row.getLong("id")))
        .optional();
  }

  @Override
  public Undone undo(PersonId person, ActionId action, Viewer viewer) {
    List<Step> done = steps(action);
    List<Held> held = hold(done.stream().map(Step::alert).toList(), viewer);
    List<Step> back =
        done.stream()
            .filter(step -> held.stream().anyMatch(alert -> isAsLeft(alert, step)))
            .map(step -> new Step(step.alert(), step.after(), step.before()))
            .toList();
    record(Optional.of(person), Action.Kind.UNDO, Optional.empty(), Optional.of(action), back);
    sql.sql("update alert_action set undone = true where id = :id")
        .param("id", action.value())
        .update();
    return new Undone(action, back.stream().map(Step::alert).toList(), done.size() - back.size());
  }

  private static boolean isAsLeft(Held alert, Step step) {
    return alert.id().equals(step.alert()) && alert.triage().equals(step.after());
  }

  private List<Step> steps(ActionId action) {
    return sql.sql("select * from alert_change where action = :action order by alert")
        .param("action", action.value())
        .query(
            (row, _) ->
                new Step(
                    Columns.alert(row, "alert"),
                    Columns.triage(row, "_before"),
                    Columns.triage(row, "_after")))
        .list();
  }

  @Override
  public List<Action> historyOf(AlertId alert, int most) {
    return sql.sql(
            """
            select * from alert_change h join alert_action d on d.id = h.action
             where h.alert = :alert order by h.action desc limit :most
            """)
        .param("alert", alert.value())
        .param("most", most)
        .query(JdbcActions::action)
        .list();
  }

  private static Action action(ResultSet row, int number) throws SQLException {
    return new Action(
        new ActionId(row.getLong("action")),
        SqlInstant.in(row, "at"),
        Columns.person(row, "person"),
        Action.Kind.valueOf(row.getString("kind")),
        Optional.ofNullable(row.getObject("rule", Long.class)),
        row.getBoolean("undone"),
        Columns.triage(row, "_before"),
        Columns.triage(row, "_after"));
  }

  @Override
  public void unassignAll(PersonId person) {
    List<Step> steps =
        sql.sql(
                """
                select id, state, reason, assignee from alert where assignee = :person
                 order by id for no key update
                """)
            .param("person", person.value())
            .query((row, _) -> released(Columns.alert(row, "id"), Columns.triage(row, "")))
            .list();
    if (!steps.isEmpty()) {
      record(Optional.empty(), Action.Kind.CHANGE, steps);
    }
  }

  private static Step released(AlertId alert, Triage triage) {
    return new Step(alert, triage, new Triage(triage.state(), triage.reason(), Optional.empty()));
  }

  private static String[] texts(List<Step> steps, Function<Step, @Nullable String> text) {
    return steps.stream().map(text).toArray(String[]::new);
  }

  private static @Nullable String reason(Triage triage) {
    return triage.reason().map(Reason::name).orElse(null);
  }

  private static UUID[] people(List<Step> steps, Function<Step, Triage> when) {
    return steps.stream()
        .map(step -> when.apply(step).assignee().map(PersonId::value).orElse(null))
        .toArray(UUID[]::new);
  }
}
