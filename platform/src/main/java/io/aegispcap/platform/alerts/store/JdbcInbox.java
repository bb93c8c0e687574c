package io.aegispcap.platform.alerts.store;

import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.platform.alerts.AlertId;
import io.aegispcap.platform.alerts.State;
import io.aegispcap.platform.alerts.Viewer;
import io.aegispcap.platform.alerts.inbox.Cursor;
import io.aegispcap.platform.alerts.inbox.Filter;
import io.aegispcap.platform.alerts.inbox.Group;
import io.aegispcap.platform.alerts.inbox.Inbox;
import io.aegispcap.platform.alerts.inbox.Listing;
import io.aegispcap.platform.alerts.inbox.Row;
import io.aegispcap.platform.alerts.inbox.Term;
import io.aegispcap.platform.captures.CaptureId;
import io.aegispcap.platform.database.SqlInstant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcInbox implements Inbox {
  private static final Severity[] SEVERITIES = Severity.values();
  private static final int AT_ONCE = 1000;

  private static final String ROWS =
      """
      select a.id, a.severity, a.sentence, a.detector, a.detector_name, a.subject, a.target, a.techniques,
             a.first_seen, a.last_seen, a.occurrences, a.capture, c.name as capture_name, a.found,
             a.state, a.reason, a.assignee, a.arrived,
             (select count(*) from alert_comment m where m.alert = a.id) as comments
        from alert a
      """;

  private final JdbcClient sql;

  JdbcInbox(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public Listing list(Filter filter, Viewer viewer, Optional<Cursor> after, int most) {
    TermSql terms = new TermSql();
    String conditions = terms.conditions(stated(filter));
    Map<String, Object> parameters = terms.parameters();
    Visible.to(viewer, parameters);
    after.ifPresent(
        cursor -> {
          parameters.put("severity", cursor.severity());
          parameters.put("id", cursor.id());
        });
    List<Row> rows =
        sql.sql(
                ROWS
                    + Visible.to(viewer)
                    + "where "
                    + conditions
                    + order(filter, after)
                    + limit(most + 1))
            .params(parameters)
            .query(JdbcInbox::row)
            .list();
    return rows.size() <= most
        ? new Listing(rows, Optional.empty())
        : new Listing(rows.subList(0, most), Optional.of(rows.get(most - 1).cursor()));
  }

  private static String order(Filter filter, Optional<Cursor> after) {
    return switch (filter.order()) {
      case SEVERITY ->
          (after.isPresent() ? " and (a.severity, a.id) < (:severity, :id)" : "")
              + " order by a.severity desc, a.id desc";
      case NEWEST -> (after.isPresent() ? " and a.id < :id" : "") + " order by a.id desc";
    };
  }

  /// Spelled out: the database plans a limit that it does not know for a long list.
  private static String limit(int rows) {
    return " limit " + rows;
  }

  /// With the states that are meant where none is named.
  private static List<Term> stated(Filter filter) {
    boolean named = filter.terms().stream().anyMatch(Term.Is.class::isInstance);
    if (named) {
      return filter.terms();
    }
    List<Term> terms = new ArrayList<>(filter.terms());
    terms.addFirst(new Term.Is(Filter.ACTIVE));
    return terms;
  }

  @Override
  public Map<State, Integer> counts(Filter filter, Viewer viewer) {
    TermSql terms = new TermSql();
    String conditions = terms.conditions(filter.inAnyState().terms());
    Map<String, Object> parameters = terms.parameters();
    Visible.to(viewer, parameters);
    Map<State, Integer> counts = new EnumMap<>(State.class);
    for (State state : State.values()) {
      counts.put(
          state,
          sql.sql(
                  "select count(*) from (select from alert a"
                      + Visible.to(viewer)
                      + "where a.state = '"
                      + state.name()
                      + "' and "
                      + conditions
                      // Without an order, a scan in hope of early matches may find none at all.
                      + " order by a.severity desc, a.id desc"
                      + limit(COUNTED + 1)
                      + ") counted")
              .params(parameters)
              .query(Integer.class)
              .single());
    }
    return counts;
  }

  @Override
  public List<Group> groups(Filter filter, Viewer viewer, int most) {
    TermSql terms = new TermSql();
    String conditions = terms.conditions(stated(filter));
    Map<String, Object> parameters = terms.parameters();
    Visible.to(viewer, parameters);
    return sql.sql(
            """
            select detector, min(detector_name) as detector_name, subject, max(severity) as severity,
                   (array_agg(sentence order by id desc))[1] as sentence, count(*) as alerts,
                   min(first_seen) as first, max(last_seen) as last
              from (select a.* from alert a
            """
                + Visible.to(viewer)
                + "where "
                + conditions
                + """
                 order by a.severity desc, a.id desc limit 10000) latest
                 group by detector, subject
                 order by severity desc, alerts desc, detector, subject
                """
                + limit(most))
        .params(parameters)
        .query(JdbcInbox::group)
        .list();
  }

  @Override
  public List<Row> rows(List<AlertId> alerts, Viewer viewer) {
    return Visible.to(
            viewer,
            sql.sql(ROWS + Visible.to(viewer) + "where a.id = any (:ids) order by a.id desc")
                .param("ids", Columns.values(alerts)))
        .query(JdbcInbox::row)
        .list();
  }

  @Override
  public void each(Filter filter, Viewer viewer, Consumer<Row> to) {
    Filter newest = new Filter(filter.text(), filter.terms(), Filter.Order.NEWEST);
    Optional<Cursor> after = Optional.empty();
    do {
      Listing part = list(newest, viewer, after, AT_ONCE);
      part.rows().forEach(to);
      after = part.next();
    } while (after.isPresent());
  }

  private static Group group(ResultSet row, int number) throws SQLException {
    return new Group(
        row.getString("detector"),
        row.getString("detector_name"),
        row.getString("subject"),
        SEVERITIES[row.getInt("severity")],
        row.getString("sentence"),
        row.getLong("alerts"),
        SqlInstant.in(row, "first"),
        SqlInstant.in(row, "last"));
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        Columns.alert(row, "id"),
        SEVERITIES[row.getInt("severity")],
        row.getString("sentence"),
        row.getString("detector"),
        row.getString("detector_name"),
        row.getString("subject"),
        Optional.of(row.getString("target")).filter(target -> !target.isEmpty()),
        Columns.texts(row, "techniques"),
        SqlInstant.in(row, "first_seen"),
        SqlInstant.in(row, "last_seen"),
        row.getLong("occurrences"),
        new CaptureId(row.getObject("capture", UUID.class)),
        row.getString("capture_name"),
        row.getBoolean("found"),
        Columns.triage(row, ""),
        SqlInstant.in(row, "arrived"),
        row.getInt("comments"));
  }
}
