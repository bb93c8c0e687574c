package io.aegispcap.platform.captures.flows;

import com.sun.management.OperatingSystemMXBean;
import io.aegispcap.platform.blobs.Blob;
import io.aegispcap.platform.blobs.BlobId;
import io.aegispcap.platform.blobs.Blobs;
import io.aegispcap.platform.captures.AnalysisId;
import io.aegispcap.platform.captures.flows.filter.Filter;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/// How long questions about very many flows take: `FlowBench FOLDER FLOWS`. The flows are those of
/// a sample over and over, with other addresses, ports, names and times.
final class FlowBench {
  private static final int ROUNDS = 5;
  private static final OperatingSystemMXBean CPU =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private static final BlobId ANY = new BlobId("0".repeat(64));

  private FlowBench() {}

  private record OneFile(Path parquet) implements Blobs {
    @Override
    public Blob store(InputStream content) {
      throw new UnsupportedOperationException("nothing is stored here");
    }

    @Override
    public InputStream open(BlobId id) throws IOException {
      return Files.newInputStream(parquet);
    }

    @Override
    public Path file(BlobId id) {
      return parquet;
    }
  }

  public static void main(String... arguments) throws SQLException, IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    long count = Long.parseLong(arguments[1]);
    Path many = folder.resolve("flows-" + count + ".parquet");
    if (Files.notExists(many)) {
      multiply(SampleFlows.parquet("night.pcapng", folder), many, count);
    }
    FlowSettings settings =
        new FlowSettings(DataSize.ofMegabytes(512), 2, 3, Duration.ofSeconds(60));
    FlowQuestions questions = new FlowQuestions(new OneFile(many), settings);
    Flows flows = new Flows(questions, new NoOverviews());
    for (String filter :
        List.of(
            "",
            "host == 10.20.10.12",
            "host == 10.7.0.0/16",
            "name == www.example.com",
            "name contains tunnel",
            "proto == dns",
            "port == 443 and bytes > 10kB",
            "proto == dns and host == 10.7.3.2")) {
      Filter read = Filter.parse(filter);
      time("list " + filter, () -> flows.list(ANY, read, FlowOrder.DEFAULT, 0, 50).total());
      time(
          "page 1000 " + filter,
          () -> flows.list(ANY, read, FlowOrder.DEFAULT, 50_000, 50).total());
      time("hosts " + filter, () -> flows.hosts(ANY, read, 0, 100).size());
      time("names " + filter, () -> flows.names(ANY, read, 100).size());
    }
    time("host", () -> flows.host(ANY, "10.20.10.12").orElseThrow().packets());
    time("overview", () -> flows.workOut(ANY).traffic().hosts());
    time("seen", () -> flows.seen(ANY, 10_000).size());
    firstViews(flows, questions);
    questions.close();
  }

  /// What the pages ask for first, from what was worked out with the analysis; as it comes out of
  /// the database, each time by a server that does not know it yet.
  private static void firstViews(Flows flows, FlowQuestions questions) {
    Kept kept = new Kept(flows.workOut(ANY));
    Filter all = Filter.parse("");
    time("first view hosts", () -> new Flows(questions, kept).hosts(ANY, all, 0, 101).size());
    time("first view names", () -> new Flows(questions, kept).names(ANY, all, 201).size());
    time("first view files", () -> new Flows(questions, kept).files(ANY, all, 201).size());
  }

  /// As `jsonb` columns keep it.
  private static final class Kept implements Overviews {
    private static final JsonMapper JSON = JsonMapper.shared();
    private final Traffic traffic;
    private final String hosts;
    private final String names;
    private final String files;

    Kept(Overview overview) {
      traffic = overview.traffic();
      hosts = JSON.writeValueAsString(overview.hosts());
      names = JSON.writeValueAsString(overview.names());
      files = JSON.writeValueAsString(overview.files());
    }

    @Override
    public void put(AnalysisId analysis, Overview overview) {
      throw new UnsupportedOperationException("nothing is kept here");
    }

    @Override
    public Optional<Traffic> traffic(BlobId flows) {
      return Optional.of(traffic);
    }

    @Override
    public Optional<List<Host>> hosts(BlobId flows) {
      return Optional.of(List.of(JSON.readValue(hosts, Host[].class)));
    }

    @Override
    public Optional<List<SeenName>> names(BlobId flows) {
      return Optional.of(List.of(JSON.readValue(names, SeenName[].class)));
    }

    @Override
    public Optional<List<SeenFile>> files(BlobId flows) {
      return Optional.of(List.of(JSON.readValue(files, SeenFile[].class)));
    }
  }

  private interface Question {
    long ask();
  }

  private static void time(String what, Question question) {
    List<Long> millis = new ArrayList<>();
    List<Long> busy = new ArrayList<>();
    long answer = 0;
    for (int i = 0; i < ROUNDS; i++) {
      long begun = System.nanoTime();
      long used = CPU.getProcessCpuTime();
      answer = question.ask();
      busy.add((CPU.getProcessCpuTime() - used) / 1_000_000);
      millis.add((System.nanoTime() - begun) / 1_000_000);
    }
    long first = millis.getFirst();
    millis.sort(null);
    busy.sort(null);
    System.out.printf(
        Locale.ROOT,
        "%-48s first %5d ms, median %5d ms, least %5d ms; processor %5d ms  (%d)%n",
        what,
        first,
        millis.get(ROUNDS / 2),
        millis.getFirst(),
        busy.get(ROUNDS / 2),
        answer);
  }

  private static void multiply(Path sample, Path many, long count) throws SQLException {
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement()) {
      statement.execute("SET temp_directory = '" + many + ".spill'");
      statement.execute("SET threads = 2");
      statement.execute("SET memory_limit = '2GB'");
      statement.execute(
          """
          COPY (
            SELECT f.* REPLACE (
              first_frame + 100000 * i AS first_frame,
              last_frame + 100000 * i AS last_frame,
              "start" + to_milliseconds(641300 * i) AS "start",
              "end" + to_milliseconds(641300 * i) AS "end",
              CASE WHEN i % 3 = 0 THEN source_ip
                   ELSE '10.' || (i % 9) || '.' || (i % 250) || '.' || (first_frame % 250) END AS source_ip,
              CASE WHEN i % 5 = 0 THEN destination_ip
                   ELSE '172.' || (i % 31) || '.' || (first_frame % 250) || '.' || (i % 250) END AS destination_ip,
              source_port % 60000 + i % 5000 AS source_port,
              CASE WHEN i % 2 = 0 THEN facts
                   ELSE replace(facts, '.example', i || '.example') END AS facts)
            FROM range($COPIES) n(i), read_parquet('$SAMPLE') f
            ORDER BY i, first_frame LIMIT $COUNT
          ) TO '$MANY' (FORMAT parquet, COMPRESSION zstd)
          """
              .replace("$COPIES", Long.toString(count / 1_600 + 1))
              .replace("$COUNT", Long.toString(count))
              .replace("$SAMPLE", sample.toString())
              .replace("$MANY", many.toString()));
    }
  }
}
