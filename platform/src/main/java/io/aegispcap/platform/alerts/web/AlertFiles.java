package io.aegispcap.platform.alerts.web;

import io.aegispcap.platform.database.DataDirectory;
import jakarta.annotation.PreDestroy;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/// Makes files of alerts, whole before anything of them is handed out, so that it is known how many
/// there are. DuckDB makes Parquet, on a thread of its own, since native code would hold the
/// carriers of virtual threads; one at a time.
@Component
class AlertFiles {
  private static final String MEMORY = "256MB";

  private static final String COPY =
      """
      COPY (SELECT id, severity, message, rule.id AS detector, subject, target, techniques, start, "end", count,
                   capture.id AS capture_id, capture.name AS capture, found, arrived, state, reason, assignee,
                   comments
              FROM read_json($FROM, format = 'newline_delimited', maximum_object_size = 16777216, columns = {
                id: 'BIGINT', severity: 'VARCHAR', message: 'VARCHAR', rule: 'STRUCT(id VARCHAR)',
                subject: 'VARCHAR', target: 'VARCHAR', techniques: 'VARCHAR[]', start: 'TIMESTAMP_NS',
                "end": 'TIMESTAMP_NS', count: 'BIGINT', capture: 'STRUCT(id UUID, name VARCHAR)',
                found: 'BOOLEAN', arrived: 'TIMESTAMP_NS', state: 'VARCHAR', reason: 'VARCHAR',
                assignee: 'VARCHAR', comments: 'INTEGER'}))
        TO $TO (FORMAT parquet, COMPRESSION zstd)
      """;

  private final JsonMapper json;
  private final Path folder;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("alerts-parquet").factory());

  AlertFiles(JsonMapper json, DataDirectory directory) throws IOException {
    this.json = json;
    this.folder = directory.folder("alert-exports");
    try (Stream<Path> left = Files.list(folder)) {
      for (Path file : left.toList()) {
        FileSystemUtils.deleteRecursively(file);
      }
    }
  }

  /// A file that is gone when it has been read.
  ///
  /// @param results how many alerts are in it
  record Made(InputStream content, long size, long results) {}

  /// @param alerts hands all of them over, one after the other
  Made make(AlertFormat format, Consumer<Consumer<Wire.Item>> alerts) throws IOException {
    Path file = folder.resolve(UUID.randomUUID() + "." + format.slug());
    try {
      long results =
          switch (format) {
            case CSV -> written(file, AlertCsv.HEAD, AlertCsv::line, "", alerts);
            case JSON ->
                written(file, "[", new Separated(json::writeValueAsString), "\n]\n", alerts);
            case PARQUET -> parquet(file, alerts);
          };
      long size = Files.size(file);
      return new Made(
          Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE), size, results);
    } catch (IOException | RuntimeException failed) {
      Files.deleteIfExists(file);
      throw failed;
    }
  }

  /// Parts of a JSON array: a comma between each two.
  private static final class Separated implements Function<Wire.Item, String> {
    private final Function<Wire.Item, String> spelled;
    private boolean first = true;

    Separated(Function<Wire.Item, String> spelled) {
      this.spelled = spelled;
    }

    @Override
    public String apply(Wire.Item item) {
      String before = first ? "\n" : ",\n";
      first = false;
      return before + spelled.apply(item);
    }
  }

  private static long written(
      Path file,
      String head,
      Function<Wire.Item, String> spelled,
      String foot,
      Consumer<Consumer<Wire.Item>> alerts)
      throws IOException {
    AtomicLong results = new AtomicLong();
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(head);
      alerts.accept(
          item -> {
            results.incrementAndGet();
            write(out, spelled.apply(item));
          });
      out.write(foot);
    }
    return results.get();
  }

  private static void write(BufferedWriter out, String text) {
    try {
      out.write(text);
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  private long parquet(Path file, Consumer<Consumer<Wire.Item>> alerts) throws IOException {
    Path lines = file.resolveSibling(file.getFileName() + ".jsonl");
    try {
      long results = written(lines, "", item -> json.writeValueAsString(item) + "\n", "", alerts);
      convert(lines, file);
      return results;
    } finally {
      Files.deleteIfExists(lines);
    }
  }

  private void convert(Path lines, Path parquet) {
    try {
      thread.submit(() -> copy(lines, parquet)).get();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while alerts were written", stopped);
    } catch (ExecutionException failed) {
      throw new IllegalStateException("alerts can't be written as Parquet", failed.getCause());
    }
  }

  private static Path copy(Path lines, Path parquet) throws SQLException {
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement()) {
      statement.execute("SET memory_limit = '" + MEMORY + "'");
      statement.execute("SET temp_directory = " + quoted(parquet.resolveSibling("spill")));
      statement.execute("SET threads = 1");
      statement.execute("SET autoinstall_known_extensions = false");
      statement.execute(COPY.replace("$FROM", quoted(lines)).replace("$TO", quoted(parquet)));
      return parquet;
    }
  }

  private static String quoted(Path path) {
    return "'" + path.toString().replace("'", "''") + "'";
  }

  @PreDestroy
  void close() {
    thread.shutdownNow();
  }
}
