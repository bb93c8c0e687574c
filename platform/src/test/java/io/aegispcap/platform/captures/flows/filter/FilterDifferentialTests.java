package io.aegispcap.platform.captures.flows.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;

import io.aegispcap.platform.captures.flows.SampleFlows;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// DuckDB lets through what an evaluation in Java does, flow by flow.
@Tag("property")
class FilterDifferentialTests {
  @TempDir private static Path folder;
  private Connection duckdb = null;
  private final List<Map<String, String>> rows = new ArrayList<>();

  @BeforeEach
  void readAllFlows() throws SQLException {
    Path parquet = SampleFlows.parquet("night.pcapng", folder);
    duckdb = DriverManager.getConnection("jdbc:duckdb:");
    try (Statement sql = duckdb.createStatement()) {
      sql.execute("CREATE TABLE flows AS SELECT * FROM read_parquet('" + parquet + "')");
      try (ResultSet row =
          sql.executeQuery(
              "SELECT * REPLACE (epoch_ns(\"start\") AS \"start\", epoch_ns(\"end\") AS \"end\") FROM flows")) {
        while (row.next()) {
          rows.add(cells(row));
        }
      }
    }
  }

  @AfterEach
  void close() throws SQLException {
    duckdb.close();
  }

  private static Map<String, String> cells(ResultSet row) throws SQLException {
    Map<String, String> cells = new HashMap<>();
    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
      if (row.getString(i) != null) {
        cells.put(row.getMetaData().getColumnName(i), row.getString(i));
      }
    }
    return cells;
  }

  private final class Seen implements Filters.Values {
    @Override
    public List<String> addresses() {
      return distinct("source_ip", "destination_ip");
    }

    @Override
    public List<String> texts() {
      List<String> texts = new ArrayList<>(distinct("application", "state", "community_id"));
      texts.addAll(
          List.of("tcp", "udp", "observed", "shop.example", "Mozilla", "A", "AAAA", "GET"));
      texts.addAll(List.of("1.3", "nginx", "alice", "updates.example", "10.20.20.40", "NXDOMAIN"));
      return texts;
    }

    @Override
    public List<Long> times() {
      return distinct("start", "end").stream().map(Long::valueOf).toList();
    }

    private List<String> distinct(String... columns) {
      Set<String> values = new TreeSet<>();
      for (String column : columns) {
        rows.forEach(row -> values.add(row.getOrDefault(column, "")));
      }
      values.remove("");
      return List.copyOf(values);
    }
  }

  @Test
  void sqlAndJavaAgreeOnAnyFilter() {
    qt().withExamples(600)
        .forAll(new Filters(new Seen()).all())
        .checkAssert(
            filter -> assertThat(bySql(filter)).as(filter.text()).isEqualTo(byJava(filter)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "proto == dns",
        "proto == tcp and not application == http",
        "host in 10.20.0.0/14",
        "host in 2001:db8:100::/44",
        "host in ::/0",
        "host in 0.0.0.0/0",
        "dns contains example",
        "status in 200..299",
        "sni matches \"^shop\"",
        "user_agent contains mozilla",
        "bytes > 10kB and duration > 1s",
        "dns.answer == 10.20.20.40",
        "port in (53, 8000..9000)",
        "file.hash matches \"^[0-9a-f]{64}$\"",
        "application != dns",
        "name != shop.example"
      })
  void sqlAndJavaAgreeOnFiltersThatLetSomethingThrough(String text) {
    Filter filter = Filter.parse(text);
    assertThat(bySql(filter)).isEqualTo(byJava(filter)).isNotEmpty();
  }

  private Set<String> byJava(Filter filter) {
    Set<String> frames = new TreeSet<>();
    for (Map<String, String> row : rows) {
      if (new SlowFilter(row).lets(filter)) {
        frames.add(row.get("first_frame"));
      }
    }
    return frames;
  }

  private Set<String> bySql(Filter filter) {
    SqlPredicate predicate = SqlPredicate.of(filter);
    Set<String> frames = new TreeSet<>();
    try (PreparedStatement query =
        duckdb.prepareStatement("SELECT first_frame FROM flows WHERE " + predicate.sql())) {
      for (int i = 0; i < predicate.parameters().size(); i++) {
        query.setObject(i + 1, predicate.parameters().get(i));
      }
      try (ResultSet found = query.executeQuery()) {
        while (found.next()) {
          frames.add(found.getString(1));
        }
      }
      return frames;
    } catch (SQLException refused) {
      throw new AssertionError(filter.text() + "\n" + predicate.sql(), refused);
    }
  }
}
