package io.aegispcap.platform.captures.flows;

import io.aegispcap.analysis.feature.Feature;
import io.aegispcap.analysis.feature.FeatureSchema;
import io.aegispcap.platform.captures.flows.filter.Filter;
import io.aegispcap.platform.captures.flows.filter.SqlPredicate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
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

  /// First which rows, by the few columns that takes, then what they hold.
  FlowList list(Filter filter, FlowOrder order, long offset, int limit) throws SQLException {
    SqlPredicate predicate = SqlPredicate.of(filter);
    long total =
        flows
            .query(
                "SELECT count(*) FROM flows WHERE " + predicate.sql(),
                predicate.parameters(),
                row -> row.getLong(1))
            .getFirst();
    List<Long> frames =
        flows.query(
            "SELECT first_frame FROM flows WHERE "
                + predicate.sql()
                + " ORDER BY "
                + order.sql()
                + " LIMIT "
                + limit
                + " OFFSET "
                + offset,
            predicate.parameters(),
            row -> row.getLong(1));
    return new FlowList(rows(frames, order), offset, total);
  }

  private List<FlowRow> rows(List<Long> frames, FlowOrder order) throws SQLException {
    if (frames.isEmpty()) {
      return List.of();
    }
    String numbers = frames.stream().map(String::valueOf).collect(Collectors.joining(", "));
    return flows.query(
        "SELECT "
            + FlowRow.COLUMNS
            + " FROM flows WHERE first_frame IN ("
            + numbers
            + ") ORDER BY "
            + order.sql(),
        List.of(),
        FlowRow::read);
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
        facts(Optional.ofNullable(row.getString("facts")).orElse("[]")));
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
