package io.aegispcap.platform.captures.flows;

import io.aegispcap.analysis.feature.Feature;
import io.aegispcap.analysis.feature.FeatureSchema;
import io.aegispcap.platform.captures.flows.filter.Fields;
import io.aegispcap.platform.captures.flows.filter.Filter;
import io.aegispcap.platform.captures.flows.filter.SqlPredicate;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/// Writes the flows that a filter lets through into a file.
final class FlowExport {
  private static final String COLUMNS =
      "community_id, capture, first_frame, last_frame, $START, $END, source_ip, source_port,"
          + " destination_ip, destination_port, iana_number, vlan_id, tunnel, application, state,"
          + " end_reason, direction, ";

  private FlowExport() {}

  /// @param target a file that the database may write
  /// @return how many there are
  static long write(FlowDatabase flows, Filter filter, FlowFormat format, Path target)
      throws SQLException {
    SqlPredicate predicate = SqlPredicate.of(filter);
    String sql =
        "COPY (SELECT "
            + columns(format)
            + plugins(flows.noted(), format)
            + " FROM flows WHERE "
            + predicate.sql()
            + ") TO "
            + FlowDatabase.quoted(target)
            + options(format);
    return flows.copy(sql, predicate.parameters());
  }

  /// In a spreadsheet no text of a plugin is a formula.
  private static String cell(NotedColumn column) {
    return column.number()
        ? column.sql()
        : "regexp_replace(regexp_replace("
            + column.sql()
            + ", '[[:cntrl:]]', ' ', 'g'), '^([-=+@])', '''\\1') AS "
            + column.sql();
  }

  /// As the command line writes them: more columns, or a member `plugins` with what was said.
  private static String plugins(List<NotedColumn> noted, FlowFormat format) {
    if (noted.isEmpty()) {
      return "";
    }
    return switch (format) {
      case CSV -> noted.stream().map(FlowExport::cell).collect(Collectors.joining(", ", ", ", ""));
      case JSONL ->
          noted.stream()
              .map(column -> column.quotedTitle() + ", " + column.sql())
              .collect(
                  Collectors.joining(
                      ", ", ", json_merge_patch('{}', json_object(", ")) AS plugins"));
      case PARQUET -> "";
    };
  }

  private static String options(FlowFormat format) {
    return switch (format) {
      case CSV -> " (FORMAT csv, HEADER)";
      case JSONL -> " (FORMAT json)";
      case PARQUET -> " (FORMAT parquet, COMPRESSION zstd)";
    };
  }

  private static String columns(FlowFormat format) {
    return switch (format) {
      case CSV ->
          timed(COLUMNS)
              + FeatureSchema.V1.features().stream()
                  .map(feature -> number(feature) + " AS " + feature.name())
                  .collect(Collectors.joining(", "))
              + ", facts";
      case JSONL -> json();
      case PARQUET -> "* EXCLUDE (notes)";
    };
  }

  private static String timed(String columns) {
    return columns
        .replace("$START", time("start") + " AS \"start\"")
        .replace("$END", time("end") + " AS \"end\"");
  }

  /// ISO 8601 in UTC with nanoseconds; put together, since `%n` of DuckDB 2.0.0 writes stray bytes.
  private static String time(String column) {
    return """
        strftime(make_timestamp((epoch_ns("$") - ((epoch_ns("$") % 1000000000) + 1000000000) % 1000000000)
            // 1000), '%Y-%m-%dT%H:%M:%S.')
          || lpad((((epoch_ns("$") % 1000000000) + 1000000000) % 1000000000)::VARCHAR, 9, '0') || 'Z'"""
        .replace("$", column);
  }

  /// Whole numbers without a point, others with six decimals at most.
  private static String number(Feature feature) {
    return "rtrim(rtrim(printf('%.6f', " + feature.name() + "), '0'), '.')";
  }

  private static String json() {
    String features =
        FeatureSchema.V1.features().stream()
            .map(feature -> "'" + feature.name() + "': " + number(feature) + "::JSON")
            .collect(Collectors.joining(", ", "{", "}"));
    return "community_id AS \"network.community_id\", capture, first_frame, last_frame, "
        + time("start")
        + " AS \"event.start\", "
        + time("end")
        + " AS \"event.end\", "
        + Fields.DURATION
        + " AS \"event.duration\", source_ip AS \"source.ip\", source_port AS \"source.port\","
        + " destination_ip AS \"destination.ip\", destination_port AS \"destination.port\","
        + " CAST(iana_number AS VARCHAR) AS \"network.iana_number\", "
        + Fields.TRANSPORT
        + " AS \"network.transport\", application AS \"network.protocol\","
        + " CAST(vlan_id AS VARCHAR) AS \"network.vlan.id\", tunnel, state, end_reason, direction, "
        + features
        + " AS features, facts::JSON AS facts";
  }
}
