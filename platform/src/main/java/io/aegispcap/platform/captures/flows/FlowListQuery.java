package io.aegispcap.platform.captures.flows;

import io.aegispcap.analysis.feature.Feature;
import io.aegispcap.analysis.feature.FeatureSchema;
import io.aegispcap.platform.captures.flows.filter.Filter;
import io.aegispcap.platform.captures.flows.filter.SqlPredicate;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Finds flows.
final class FlowListQuery {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final FlowDatabase flows;

  FlowListQuery(FlowDatabase flows) {
    this.flows = flows;
  }

  /// First which rows, by the few columns that this takes, then what they hold.
  FlowList list(Filter filter, FlowOrder order, long offset, int limit) throws SQLException {
    SqlPredicate predicate = SqlPredicate.of(filter);
    boolean all = filter.equals(new Filter.Everything());
    List<Hit> hits =
        flows.query(
            (all ? allHits(order) : someHits(order, predicate))
                + " ORDER BY key"
                + order.direction()
                + ", first_frame LIMIT "
                + limit
                + " OFFSET "
                + offset,
            predicate.parameters(),
            row -> new Hit(row.getLong("row"), row.getLong("total")));
    return new FlowList(
        rows(hits.stream().map(Hit::row).toList()), offset, total(all, predicate, hits, offset));
  }

  private long total(boolean all, SqlPredicate predicate, List<Hit> hits, long offset)
      throws SQLException {
    if (all || (hits.isEmpty() && offset > 0)) {
      return count(predicate);
    }
    return hits.isEmpty() ? 0 : hits.getFirst().total();
  }

  /// Where nothing is filtered, counting takes no reading.
  private static String allHits(FlowOrder order) {
    return "SELECT file_row_number AS \"row\", first_frame, 0 AS total, "
        + order.key()
        + " AS key FROM numbered_flows";
  }

  private static String someHits(FlowOrder order, SqlPredicate predicate) {
    return "WITH hits AS MATERIALIZED (SELECT file_row_number AS \"row\", first_frame, "
        + order.key()
        + " AS key FROM numbered_flows WHERE "
        + predicate.sql()
        + ") SELECT \"row\", (SELECT count(*) FROM hits) AS total FROM hits";
  }

  /// @param row its number in the file
  private record Hit(long row, long total) {}

  private long count(SqlPredicate predicate) throws SQLException {
    return flows
        .query(
            "SELECT count(*) FROM flows WHERE " + predicate.sql(),
            predicate.parameters(),
            row -> row.getLong(1))
        .getFirst();
  }

  private List<FlowRow> rows(List<Long> numbers) throws SQLException {
    if (numbers.isEmpty()) {
      return List.of();
    }
    String list = numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    Map<Long, FlowRow> rows = new HashMap<>();
    flows.each(
        "SELECT file_row_number AS \"row\", "
            + FlowRow.COLUMNS
            + " FROM numbered_flows WHERE file_row_number IN ("
            + list
            + ")",
        List.of(),
        row -> rows.put(row.getLong("row"), FlowRow.read(row)));
    return numbers.stream().map(rows::get).toList();
  }

  Optional<FlowDetail> find(long frame) throws SQLException {
    return flows
        .query(
            "SELECT *, " + FlowRow.COLUMNS + " FROM flows WHERE first_frame = ?",
            List.of(frame),
            FlowListQuery::detail)
        .stream()
        .findFirst();
  }

  private static FlowDetail detail(ResultSet row) throws SQLException {
    List<FlowDetail.Value> features = new ArrayList<>();
    for (Feature feature : FeatureSchema.V1.features()) {
      features.add(new FlowDetail.Value(feature, row.getDouble(feature.name())));
    }
    return new FlowDetail(
        FlowRow.read(row),
        row.getLong("last_frame"),
        row.getString("end_reason"),
        row.getString("direction"),
        Optional.ofNullable(row.getString("vlan_id")).orElse(""),
        Optional.ofNullable(row.getString("tunnel")).orElse(""),
        features,
        facts(Optional.ofNullable(row.getString("facts")).orElse("[]")),
        notes(row));
  }

  /// Columns of plugins have a slash in their names, and no others have.
  private static List<FlowDetail.Note> notes(ResultSet row) throws SQLException {
    List<FlowDetail.Note> notes = new ArrayList<>();
    ResultSetMetaData columns = row.getMetaData();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      String title = columns.getColumnName(i);
      int name = title.lastIndexOf('/') + 1;
      String value = name > 0 ? row.getString(i) : null;
      if (value != null) {
        notes.add(new FlowDetail.Note(title.substring(0, name - 1), title.substring(name), value));
      }
    }
    return notes;
  }

  private static List<Map<String, String>> facts(String json) {
    List<Map<String, String>> facts = new ArrayList<>();
    for (JsonNode fact : JSON.readTree(json)) {
      Map<String, String> members = new LinkedHashMap<>();
      fact.properties().forEach(member -> members.put(member.getKey(), text(member.getValue())));
      facts.add(members);
    }
    return facts;
  }

  private static String text(JsonNode value) {
    if (!value.isArray()) {
      return value.asString();
    }
    List<String> parts = new ArrayList<>();
    value.forEach(part -> parts.add(part.asString()));
    return String.join(", ", parts);
  }
}
