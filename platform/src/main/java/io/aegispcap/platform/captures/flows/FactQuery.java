package io.aegispcap.platform.captures.flows;

import io.aegispcap.platform.captures.flows.filter.Filter;
import io.aegispcap.platform.captures.flows.filter.SqlPredicate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Gathers what conversations said.
final class FactQuery {
  private final FlowDatabase flows;
  private final SqlPredicate predicate;

  FactQuery(FlowDatabase flows, Filter filter) {
    this.flows = flows;
    this.predicate = SqlPredicate.of(filter);
  }

  /// Where names come from.
  private enum NameSource {
    DNS("dns", "dns.question.name"),
    TLS("sni", "tls.client.server_name"),
    HTTP("http.host", "url.domain"),
    DHCP("name", "host.name");

    private final String field;
    private final String member;

    NameSource(String field, String member) {
      this.field = field;
      this.member = member;
    }
  }

  /// The most used first.
  List<SeenName> names(int limit) throws SQLException {
    List<String> parts = new ArrayList<>();
    List<Object> parameters = new ArrayList<>();
    for (NameSource source : NameSource.values()) {
      parts.add(
          "SELECT unnest(list_distinct(json_extract_string(facts, '$[*].\""
              + source.member
              + "\"'))) AS name, "
              + source.ordinal()
              + " AS source, source_ip, \"start\", \"end\" FROM flows WHERE contains(facts, '\""
              + source.member
              + "\":') AND "
              + predicate.sql());
      parameters.addAll(predicate.parameters());
    }
    return flows.query(
        "SELECT lower(name) AS name, source, count(*) AS flows, count(DISTINCT source_ip) AS hosts,"
            + " min(epoch_ns(\"start\")) AS first, max(epoch_ns(\"end\")) AS last FROM ("
            + String.join(" UNION ALL ", parts)
            + ") GROUP BY 1, 2 ORDER BY flows DESC, 1, 2 LIMIT "
            + limit,
        parameters,
        FactQuery::name);
  }

  private static SeenName name(ResultSet row) throws SQLException {
    NameSource source = NameSource.values()[row.getInt("source")];
    return new SeenName(
        row.getString("name"),
        source.name(),
        source.field,
        row.getLong("flows"),
        row.getLong("hosts"),
        FlowRow.instant(row.getLong("first")),
        FlowRow.instant(row.getLong("last")));
  }

  /// The earliest first.
  List<SeenFile> files(int limit) throws SQLException {
    return flows.query(
        "SELECT source_ip, destination_ip, epoch_ns(\"start\") AS start_ns, first_frame"
            + member("file.hash.sha256")
            + member("file.hash.md5")
            + member("file.name")
            + member("url.domain")
            + member("url.original")
            + member("file.mime_type")
            + member("file.size")
            + member("file.complete")
            + " FROM (SELECT unnest(json_extract(facts, '$[*]')) AS fact,"
            + " generate_subscripts(json_extract(facts, '$[*]'), 1) AS place,"
            + " source_ip, destination_ip, \"start\", first_frame FROM flows"
            + " WHERE contains(facts, '\"file.hash.sha256\":') AND "
            + predicate.sql()
            + ") WHERE \"file.hash.sha256\" IS NOT NULL ORDER BY start_ns, first_frame, place LIMIT "
            + limit,
        predicate.parameters(),
        FactQuery::file);
  }

  private static String member(String name) {
    return ", json_extract_string(fact, '$.\"" + name + "\"') AS \"" + name + "\"";
  }

  private static SeenFile file(ResultSet row) throws SQLException {
    String path = text(row, "url.original");
    return new SeenFile(
        text(row, "file.hash.sha256"),
        text(row, "file.hash.md5"),
        text(row, "file.name"),
        text(row, "url.domain") + path,
        text(row, "file.mime_type"),
        Long.parseLong(text(row, "file.size")),
        text(row, "file.complete").equals("true"),
        row.getString("source_ip"),
        row.getString("destination_ip"),
        FlowRow.instant(row.getLong("start_ns")),
        row.getLong("first_frame"));
  }

  private static String text(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column)).orElse("");
  }
}
