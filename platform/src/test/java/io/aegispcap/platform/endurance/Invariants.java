package io.aegispcap.platform.endurance;

import io.aegispcap.platform.database.ServedDatabase;
import io.aegispcap.platform.running.AlertingCapture;
import io.aegispcap.platform.running.Program;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.JsonNode;

/// What holds after every start: all that was acknowledged is there, and nothing is half-done.
final class Invariants {
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  /// Each finds what should not be.
  private static final Map<String, String> NEVER =
      Map.of(
          "a job and its analysis that disagree",
          """
          select a.id::text from analyses a join job j on j.id = a.job
           where (j.state = 'DONE') <> (a.outcome is not distinct from 'DONE')
          """,
          "a job that failed",
          "select id::text || ' ' || problem from job where state = 'FAILED'",
          "a comment that was said twice",
          "select text from alert_comment group by text having count(*) > 1",
          "a capture without one record of its upload",
          """
          select c.id::text from captures c
           where (select count(*) from audit_entry e
                   where e.action = 'capture.upload' and e.target = c.id::text) <> 1
          """,
          "a capture that is never analysed",
          "select id::text from captures c where not exists (select from analyses where capture = c.id)",
          "content with a row that is not announced and not on the disk",
          "select sha256 from blob_doomed where sha256 in (select sha256 from blobs)");

  /// Alerts come a moment after the analysis; what was interrupted is told again at the next start,
  /// or minutes after the database is back.
  private static final String WITHOUT_ALERTS =
      """
      select c.id::text from captures c
        join lateral (select * from analyses where capture = c.id and outcome = 'DONE'
                       order by finished desc limit 1) a on true
       where (select coalesce(sum(n::bigint), 0) from jsonb_each_text(a.facts -> 'alerts') as f (s, n))
             <> (select count(*) from alert where capture = c.id and found)
      """;

  private static final String UNFINISHED =
      "select id::text || ' ' || state from job where state in ('QUEUED', 'RUNNING')";

  private final Path data;
  private final Optional<String> url;
  private final Ledger ledger;
  private final Random random;

  Invariants(Path data, Ledger ledger, long seed) {
    this(data, Optional.empty(), ledger, seed);
  }

  /// @param url of the database, when it is elsewhere
  Invariants(Path data, Optional<String> url, Ledger ledger, long seed) {
    this.data = data;
    this.url = url;
    this.ledger = ledger;
    this.random = new Random(seed);
  }

  /// @param captures how many of them are downloaded and compared
  void check(Program program, int captures) throws IOException, SQLException {
    try (ServedDatabase database = ServedDatabase.open(data, url);
        Connection connection = database.connect()) {
      JdbcClient sql = JdbcClient.create(new SingleConnectionDataSource(connection, true));
      NEVER.forEach(
          (what, query) -> {
            List<String> found = sql.sql(query).query(String.class).list();
            if (!found.isEmpty()) {
              ledger.violated(what + ": " + found);
            }
          });
      eventually(sql, "an analysis without its alerts", WITHOUT_ALERTS);
      contentIsThere(sql);
    }
    auditIsIntact();
    capturesAreThere(program, captures);
    alertsAreAsTheyWereLeft(program);
  }

  /// Until all jobs have ended.
  void settle() throws IOException, SQLException {
    try (ServedDatabase database = ServedDatabase.open(data, url);
        Connection connection = database.connect()) {
      JdbcClient sql = JdbcClient.create(new SingleConnectionDataSource(connection, true));
      eventually(sql, "a job that does not end", UNFINISHED);
    }
  }

  private void eventually(JdbcClient sql, String what, String query) {
    Instant late = Instant.now().plus(PATIENCE);
    List<String> found = sql.sql(query).query(String.class).list();
    while (!found.isEmpty() && Instant.now().isBefore(late)) {
      pause();
      found = sql.sql(query).query(String.class).list();
    }
    if (!found.isEmpty()) {
      ledger.violated(what + ": " + found);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  private void contentIsThere(JdbcClient sql) {
    Map<String, Long> rows =
        sql
            .sql("select sha256, size from blobs")
            .query((row, _) -> Map.entry(row.getString("sha256"), row.getLong("size")))
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    rows.forEach(
        (sha256, size) -> {
          if (blob(sha256).toFile().length() != size) {
            ledger.violated("no content " + sha256 + " of " + size + " bytes");
          }
        });
  }

  private Path blob(String sha256) {
    return data.resolve("blobs").resolve(sha256.substring(0, 2)).resolve(sha256.substring(2));
  }

  private void auditIsIntact() {
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said, true);
    String[] arguments =
        Stream.concat(Stream.of(data.toString()), url.stream()).toArray(String[]::new);
    int status =
        ToolProvider.findFirst("aegis-audit-verify").orElseThrow().run(out, out, arguments);
    if (status != 0) {
      ledger.violated(said.toString());
    }
  }

  private void capturesAreThere(Program program, int most) throws IOException {
    List<String> some = new java.util.ArrayList<>(ledger.captures.keySet());
    Collections.shuffle(some, random);
    for (String id : some.stream().limit(most).toList()) {
      byte[] expected = AlertingCapture.of(ledger.captures.get(id));
      HttpResponse<byte[]> content = program.get("/api/v1/captures/" + id + "/content");
      if (content.statusCode() != 200 || !Arrays.equals(content.body(), expected)) {
        ledger.violated("capture " + id + " is not what was sent: " + content.statusCode());
      }
      if (ledger.analysed.contains(id)) {
        int report = program.get("/api/v1/captures/" + id + "/report").statusCode();
        if (report != 200) {
          ledger.violated("capture " + id + " was analysed and has no report: " + report);
        }
      }
    }
    ledger.analyses.entrySet().stream()
        .limit(most)
        .forEach(
            entry -> {
              JsonNode all = program.json("/api/v1/captures/" + entry.getValue() + "/analyses");
              if (!all.toString().contains(entry.getKey())) {
                ledger.violated("analysis " + entry.getKey() + " was asked for and is not there");
              }
            });
  }

  private void alertsAreAsTheyWereLeft(Program program) {
    ledger.states.forEach(
        (alert, states) -> {
          String now =
              program
                  .json("/api/v1/alerts/" + alert)
                  .required("state")
                  .asString()
                  .replace('_', '-');
          if (!states.contains(now)) {
            ledger.violated("alert " + alert + " is " + now + " instead of " + states);
          }
        });
    Map<Long, Set<String>> said =
        ledger.comments.entrySet().stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getValue,
                    Collectors.mapping(Map.Entry::getKey, Collectors.toSet())));
    said.forEach(
        (alert, texts) -> {
          String shown = program.json("/api/v1/alerts/" + alert + "/comments").toString();
          texts.stream()
              .filter(text -> !shown.contains("\"" + text + "\""))
              .forEach(text -> ledger.violated("lost: " + text + " on alert " + alert));
        });
  }

  /// Files that nothing refers to, once a collection with no grace has been made.
  List<String> litter(JdbcClient sql) throws IOException {
    Set<String> kept =
        new TreeSet<>(sql.sql("select sha256 from blobs").query(String.class).list());
    Set<String> uploads =
        new TreeSet<>(sql.sql("select id::text from uploads").query(String.class).list());
    Set<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.walk(data)) {
      files
          .filter(Files::isRegularFile)
          .map(file -> data.relativize(file).toString())
          .filter(name -> isLitter(name, kept, uploads))
          .forEach(found::add);
    }
    return List.copyOf(found);
  }

  private static boolean isLitter(String name, Set<String> kept, Set<String> uploads) {
    List<String> parts = List.of(name.split("/"));
    return switch (parts.getFirst()) {
      case "blobs" -> !kept.contains(String.join("", parts.subList(1, parts.size())));
      case "uploads" -> !uploads.contains(parts.getLast());
      case "analysis", "exports" -> true;
      case "postgres" -> name.contains("unfinished");
      default -> false;
    };
  }
}
