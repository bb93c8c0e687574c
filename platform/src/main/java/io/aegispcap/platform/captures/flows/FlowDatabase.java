package io.aegispcap.platform.captures.flows;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A database in memory that sees one Parquet file and nothing else: no other file, no network, no
/// extension. The file is the view `flows`, with a map `notes` of what plugins said; in
/// `numbered_flows`, `file_row_number` tells where each row stands, by which single rows are found
/// fastest. Used by one thread at a time.
final class FlowDatabase implements AutoCloseable {
  private final Connection connection;
  private final List<NotedColumn> noted;
  private long deadline = Long.MAX_VALUE;

  private FlowDatabase(Connection connection, List<NotedColumn> noted) {
    this.connection = connection;
    this.noted = List.copyOf(noted);
  }

  static FlowDatabase open(Path parquet, FlowSettings settings) throws SQLException {
    return open(parquet, settings, List.of(parquet));
  }

  /// One that may also write a file.
  static FlowDatabase writing(Path target, Path parquet, FlowSettings settings)
      throws SQLException {
    return open(parquet, settings, List.of(parquet, target));
  }

  private static FlowDatabase open(Path parquet, FlowSettings settings, List<Path> allowed)
      throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:duckdb:");
    String files = allowed.stream().map(FlowDatabase::quoted).collect(Collectors.joining(", "));
    try (Statement set = connection.createStatement()) {
      set.execute("SET memory_limit = '" + settings.memory().toMegabytes() + "MiB'");
      set.execute("SET threads = " + settings.threads());
      set.execute("SET temp_directory = ''");
      set.execute("SET parquet_metadata_cache = true");
      set.execute("SET late_materialization_max_rows = 1001");
      set.execute("SET autoload_known_extensions = false");
      set.execute("SET autoinstall_known_extensions = false");
      set.execute("SET allowed_paths = [" + files + "]");
      set.execute("SET enable_external_access = false");
      set.execute("SET lock_configuration = true");
      set.execute("CREATE VIEW rows AS SELECT * FROM read_parquet(" + quoted(parquet) + ")");
      List<NotedColumn> noted = noted(set);
      String notes = map(noted);
      set.execute("CREATE VIEW flows AS SELECT *, " + notes + " AS notes FROM rows");
      set.execute(
          "CREATE VIEW numbered_flows AS SELECT *, "
              + notes
              + " AS notes FROM read_parquet("
              + quoted(parquet)
              + ", file_row_number = true)");
      return new FlowDatabase(connection, noted);
    } catch (SQLException failed) {
      connection.close();
      throw failed;
    }
  }

  private static List<NotedColumn> noted(Statement statement) throws SQLException {
    List<NotedColumn> noted = new ArrayList<>();
    try (ResultSet columns =
        statement.executeQuery(
            "SELECT column_name, column_type FROM (DESCRIBE rows) WHERE contains(column_name, '/')")) {
      while (columns.next()) {
        noted.add(new NotedColumn(columns.getString(1), columns.getString(2).equals("DOUBLE")));
      }
    }
    return noted;
  }

  private static String map(List<NotedColumn> noted) {
    if (noted.isEmpty()) {
      return "CAST(MAP {} AS MAP(VARCHAR, VARCHAR))";
    }
    String titles = noted.stream().map(NotedColumn::quotedTitle).collect(Collectors.joining(", "));
    String values =
        noted.stream()
            .map(column -> "CAST(" + column.sql() + " AS VARCHAR)")
            .collect(Collectors.joining(", "));
    return "map([" + titles + "], [" + values + "])";
  }

  /// Columns of plugins.
  List<NotedColumn> noted() {
    return noted;
  }

  static String quoted(Path path) {
    return quoted(path.toString());
  }

  static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /// From now on, all queries together may take this long.
  void allow(Duration time) {
    deadline = System.nanoTime() + time.toNanos();
  }

  /// Reads a row.
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  <T> List<T> query(String sql, List<Object> parameters, RowReader<T> reader) throws SQLException {
    List<T> rows = new ArrayList<>();
    each(sql, parameters, row -> rows.add(reader.read(row)));
    return rows;
  }

  /// Does something for each row as it comes.
  void each(String sql, List<Object> parameters, RowReader<?> reader) throws SQLException {
    try (PreparedStatement query = prepared(sql, parameters)) {
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          reader.read(rows);
        }
      }
    }
  }

  /// Writes rows to a file.
  ///
  /// @return how many
  long copy(String sql, List<Object> parameters) throws SQLException {
    try (PreparedStatement statement = prepared(sql, parameters)) {
      return statement.executeUpdate();
    }
  }

  private PreparedStatement prepared(String sql, List<Object> parameters) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    try {
      long left = Math.max(0, deadline - System.nanoTime());
      statement.setQueryTimeout(Math.clamp(left / 1_000_000_000 + 1, 1, 3_600));
      for (int i = 0; i < parameters.size(); i++) {
        statement.setObject(i + 1, parameters.get(i));
      }
      return statement;
    } catch (SQLException failed) {
      statement.close();
      throw failed;
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
