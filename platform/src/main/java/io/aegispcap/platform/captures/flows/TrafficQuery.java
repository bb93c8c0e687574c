package io.aegispcap.platform.captures.flows;

import io.aegispcap.platform.captures.flows.filter.Fields;
import io.aegispcap.platform.captures.flows.filter.Filter;
import io.aegispcap.platform.captures.flows.filter.SqlPredicate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Sums traffic up.
final class TrafficQuery {
  private static final int TALKERS = 10;
  private static final int PAIRS = 40;

  private final FlowDatabase flows;
  private final SqlPredicate predicate;

  TrafficQuery(FlowDatabase flows, Filter filter) {
    this.flows = flows;
    this.predicate = SqlPredicate.of(filter);
  }

  Traffic ask() throws SQLException {
    Traffic.Totals all = totals(SqlPredicate.of(new Filter.Everything()));
    Traffic.Totals shown = predicate.sql().equals("true") ? all : totals(predicate);
    return new Traffic(all, shown, timeline(), protocols(), talkers(), pairs());
  }

  /// Over the time of the whole capture.
  Timeline timeline() throws SQLException {
    return flows
        .query(
            "SELECT min(epoch_ns(\"start\")) AS first, max(epoch_ns(\"end\")) AS last FROM flows",
            List.of(),
            row -> TimeAxis.over(row.getLong("first"), row.getLong("last")))
        .stream()
        .findFirst()
        .map(TimelineQuery::new)
        .orElseThrow()
        .ask(flows, predicate);
  }

  private Traffic.Totals totals(SqlPredicate which) throws SQLException {
    String sql =
        "SELECT count(*) AS flows, "
            + sums()
            + ", min(epoch_ns(\"start\")) AS first, max(epoch_ns(\"end\")) AS last"
            + " FROM flows WHERE "
            + which.sql();
    return flows.query(sql, which.parameters(), TrafficQuery::totals).getFirst();
  }

  private static String sums() {
    return "coalesce(sum("
        + Fields.PACKETS
        + "), 0) AS packets, coalesce(sum("
        + Fields.BYTES
        + "), 0) AS bytes";
  }

  private static Traffic.Totals totals(ResultSet row) throws SQLException {
    return new Traffic.Totals(
        row.getLong("flows"),
        whole(row, "packets"),
        whole(row, "bytes"),
        instant(row, "first"),
        instant(row, "last"));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    long nanos = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(FlowRow.instant(nanos));
  }

  /// Features are floating-point numbers, though many are counts.
  static long whole(ResultSet row, String column) throws SQLException {
    return Math.round(row.getDouble(column));
  }

  private List<Traffic.Protocol> protocols() throws SQLException {
    return flows.query(
        "SELECT "
            + Fields.TRANSPORT
            + " AS transport, application, count(*) AS flows, "
            + sums()
            + " FROM flows WHERE "
            + predicate.sql()
            + " GROUP BY 1, 2 ORDER BY bytes DESC, 1, 2 LIMIT 24",
        predicate.parameters(),
        row ->
            new Traffic.Protocol(
                row.getString("transport"),
                Optional.ofNullable(row.getString("application")),
                row.getLong("flows"),
                whole(row, "packets"),
                whole(row, "bytes")));
  }

  private List<Traffic.Talker> talkers() throws SQLException {
    return flows.query(
        "SELECT ip, sum(o) AS sent, sum(i) AS received, count(*) AS flows, count(*) OVER () AS hosts"
            + " FROM (SELECT source_ip AS ip, fwd_ip_bytes AS o, bwd_ip_bytes AS i FROM flows WHERE "
            + predicate.sql()
            + " UNION ALL SELECT destination_ip, bwd_ip_bytes, fwd_ip_bytes FROM flows"
            + " WHERE "
            + predicate.sql()
            + ") GROUP BY ip ORDER BY sum(o) + sum(i) DESC, ip LIMIT "
            + TALKERS,
        HostQuery.twice(predicate.parameters()),
        row ->
            new Traffic.Talker(
                row.getString("ip"),
                whole(row, "sent"),
                whole(row, "received"),
                row.getLong("flows"),
                row.getLong("hosts")));
  }

  private List<Traffic.Pair> pairs() throws SQLException {
    return flows.query(
        "SELECT least(source_ip, destination_ip) AS low, greatest(source_ip, destination_ip) AS high,"
            + " count(*) AS flows, count(*) FILTER (source_ip <= destination_ip) AS opened, "
            + sums()
            + " FROM flows WHERE "
            + predicate.sql()
            + " GROUP BY 1, 2 ORDER BY bytes DESC, 1, 2 LIMIT "
            + PAIRS,
        predicate.parameters(),
        TrafficQuery::pair);
  }

  private static Traffic.Pair pair(ResultSet row) throws SQLException {
    boolean lowOpened = row.getLong("opened") * 2 >= row.getLong("flows");
    return new Traffic.Pair(
        row.getString(lowOpened ? "low" : "high"),
        row.getString(lowOpened ? "high" : "low"),
        row.getLong("flows"),
        whole(row, "packets"),
        whole(row, "bytes"));
  }
}
