package io.aegispcap.analysis.report;

import io.aegispcap.analysis.feature.Feature;
import io.aegispcap.analysis.feature.FeatureSchema;
import io.aegispcap.analysis.plugin.NoteColumn;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/// Makes Parquet of the rows that [CsvFlows] wrote, in their order, by DuckDB.
public final class ParquetFlows {
  private static final String MEMORY = "768MB";

  /// Columns that are no text. Ports fit 16 bits, frame numbers do not.
  private static final Map<String, String> TYPES =
      Map.of(
          "capture", "USMALLINT",
          "first_frame", "UBIGINT",
          "last_frame", "UBIGINT",
          "start", "TIMESTAMP_NS",
          "end", "TIMESTAMP_NS",
          "source_port", "USMALLINT",
          "destination_port", "USMALLINT",
          "iana_number", "UTINYINT",
          "vlan_id", "USMALLINT");

  private ParquetFlows() {}

  /// @param csv what [CsvFlows] wrote
  /// @param parquet is created; its folder also takes what does not fit into memory
  /// @param name what to call it in messages
  /// @throws IOException when it cannot be written
  public static void convert(Path csv, Path parquet, String name) throws IOException {
    convert(csv, List.of(), parquet, name);
  }

  /// As [#convert(Path, Path, String)], of rows to which [NotedRows] added these columns.
  public static void convert(Path csv, List<NoteColumn> more, Path parquet, String name)
      throws IOException {
    Path spill = parquet.resolveSibling("spill");
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement()) {
      statement.execute("SET memory_limit = '" + MEMORY + "'");
      statement.execute("SET temp_directory = " + quoted(spill.toString()));
      statement.execute("SET preserve_insertion_order = true");
      statement.execute(copy(csv, more, parquet));
    } catch (SQLException e) {
      throw new IOException(name + ": cannot be written: " + e.getMessage(), e);
    }
  }

  private static String copy(Path csv, List<NoteColumn> more, Path parquet) {
    return "COPY (SELECT * FROM read_csv("
        + quoted(csv.toString())
        + ", header = true, delim = ',', quote = '\"', escape = '\"', auto_detect = false,"
        + " max_line_size = 16777216, columns = {"
        + columns(more)
        + "})) TO "
        + quoted(parquet.toString())
        + " (FORMAT parquet, COMPRESSION zstd)";
  }

  private static String columns(List<NoteColumn> more) {
    StringBuilder columns = new StringBuilder();
    for (String name : FlowColumns.NAMES.split(",")) {
      column(columns, name, TYPES.getOrDefault(name, "VARCHAR"));
    }
    for (Feature feature : FeatureSchema.V1.features()) {
      column(columns, feature.name(), "DOUBLE");
    }
    column(columns, "facts", "VARCHAR");
    more.forEach(it -> column(columns, it.title(), it.number() ? "DOUBLE" : "VARCHAR"));
    return columns.toString();
  }

  private static void column(StringBuilder columns, String name, String type) {
    columns.append(columns.isEmpty() ? "" : ", ").append(quoted(name)).append(": ");
    columns.append(quoted(type));
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
