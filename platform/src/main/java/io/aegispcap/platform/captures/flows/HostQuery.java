package io.aegispcap.platform.captures.flows;

import io.aegispcap.platform.captures.flows.filter.Fields;
import io.aegispcap.platform.captures.flows.filter.Filter;
import io.aegispcap.platform.captures.flows.filter.SqlPredicate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Gathers what flows show of each host.
final class HostQuery {
  private static final int SERVICES = 8;

  private final FlowDatabase flows;
  private final SqlPredicate predicate;

  HostQuery(FlowDatabase flows, Filter filter) {
    this.flows = flows;
    this.predicate = SqlPredicate.of(filter);
  }

  static List<Object> twice(List<Object> parameters) {
    return Stream.concat(parameters.stream(), parameters.stream()).toList();
  }

  /// Those with most bytes first.
  List<Host> ask(long offset, int limit) throws SQLException {
    List<Host> hosts =
        flows.query(
            sides("")
                + " GROUP BY ip ORDER BY sum(o) + sum(i) DESC, ip LIMIT "
                + limit
                + " OFFSET "
                + offset,
            twice(predicate.parameters()),
            HostQuery::host);
    return withServices(hosts);
  }

  Optional<Host> find(String ip) throws SQLException {
    List<Object> parameters = new ArrayList<>(twice(predicate.parameters()));
    parameters.add(ip);
    List<Host> hosts =
        flows.query(sides(" WHERE ip = ?") + " GROUP BY ip", parameters, HostQuery::host);
    return withServices(hosts).stream().findFirst();
  }

  /// Addresses, and the names that conversations hold.
  List<SeenHost> seen(int most) throws SQLException {
    List<SeenHost> seen =
        new ArrayList<>(
            flows.query(
                "SELECT ip, count(*) AS flows FROM (SELECT source_ip AS ip FROM flows UNION ALL"
                    + " SELECT destination_ip FROM flows) GROUP BY ip ORDER BY flows DESC, ip LIMIT "
                    + most,
                List.of(),
                row -> new SeenHost(row.getString("ip"), true, row.getLong("flows"))));
    new FactQuery(flows, new Filter.Everything())
        .names(most).stream()
            .map(name -> new SeenHost(name.name(), false, name.flows()))
            .forEach(seen::add);
    return seen;
  }

  private String sides(String where) {
    return """
        SELECT ip, sum(o) AS sent, sum(i) AS received, sum(packets) AS packets,
          count(*) FILTER (opened) AS opened, count(*) FILTER (NOT opened) AS answered,
          count(DISTINCT peer) AS peers, min(s) AS first, max(e) AS last
        FROM (
          SELECT source_ip AS ip, destination_ip AS peer, true AS opened, fwd_ip_bytes AS o,
            bwd_ip_bytes AS i, $PACKETS AS packets, epoch_ns("start") AS s, epoch_ns("end") AS e
          FROM flows WHERE $PREDICATE
          UNION ALL
          SELECT destination_ip, source_ip, false, bwd_ip_bytes, fwd_ip_bytes, $PACKETS,
            epoch_ns("start"), epoch_ns("end")
          FROM flows WHERE $PREDICATE)
        """
            .replace("$PACKETS", Fields.PACKETS)
            .replace("$PREDICATE", predicate.sql())
        + where;
  }

  private static Host host(ResultSet row) throws SQLException {
    return new Host(
        row.getString("ip"),
        TrafficQuery.whole(row, "sent"),
        TrafficQuery.whole(row, "received"),
        TrafficQuery.whole(row, "packets"),
        row.getLong("opened"),
        row.getLong("answered"),
        row.getLong("peers"),
        FlowRow.instant(row.getLong("first")),
        FlowRow.instant(row.getLong("last")),
        List.of());
  }

  private List<Host> withServices(List<Host> hosts) throws SQLException {
    if (hosts.isEmpty()) {
      return hosts;
    }
    Map<String, List<Host.Service>> services = services(hosts.stream().map(Host::ip).toList());
    return hosts.stream()
        .map(
            host ->
                new Host(
                    host.ip(),
                    host.sent(),
                    host.received(),
                    host.packets(),
                    host.opened(),
                    host.answered(),
                    host.peers(),
                    host.firstSeen(),
                    host.lastSeen(),
                    services.getOrDefault(host.ip(), List.of())))
        .toList();
  }

  /// Where each answered: with a packet of its own, and not just to refuse.
  private Map<String, List<Host.Service>> services(List<String> ips) throws SQLException {
    Map<String, List<Host.Service>> services = new HashMap<>();
    List<Object> parameters = new ArrayList<>(predicate.parameters());
    parameters.addAll(ips);
    flows.each(
        "SELECT destination_ip, destination_port, "
            + Fields.TRANSPORT
            + " AS transport, coalesce(application, '') AS application, count(*) AS flows"
            + " FROM flows WHERE "
            + predicate.sql()
            + " AND tot_bwd_pkts > 0 AND state <> 'REJ' AND iana_number IN (6, 17, 132)"
            + " AND destination_ip IN ("
            + String.join(", ", Collections.nCopies(ips.size(), "?"))
            + ") GROUP BY 1, 2, 3, 4 ORDER BY flows DESC, 2, 3, 4",
        parameters,
        row -> {
          List<Host.Service> own =
              services.computeIfAbsent(row.getString("destination_ip"), _ -> new ArrayList<>());
          if (own.size() < SERVICES) {
            own.add(
                new Host.Service(
                    row.getInt("destination_port"),
                    row.getString("transport"),
                    row.getString("application"),
                    row.getLong("flows")));
          }
          return own;
        });
    return services;
  }
}
