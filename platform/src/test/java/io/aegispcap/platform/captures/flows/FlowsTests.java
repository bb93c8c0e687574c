package io.aegispcap.platform.captures.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aegispcap.platform.blobs.Blob;
import io.aegispcap.platform.blobs.BlobId;
import io.aegispcap.platform.blobs.Blobs;
import io.aegispcap.platform.captures.flows.filter.Filter;
import io.aegispcap.platform.captures.flows.filter.Suggestion;
import io.aegispcap.platform.web.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class FlowsTests {
  private static final BlobId NIGHT = new BlobId("0".repeat(64));
  private static final FlowSettings SETTINGS =
      new FlowSettings(DataSize.ofMegabytes(256), 2, 2, Duration.ofSeconds(20));

  @TempDir private static Path folder;
  private static Path parquet = Path.of("");
  private static FlowQuestions questions = new FlowQuestions(new OneFile(), SETTINGS);

  private static final Flows FLOWS = new Flows(questions, new NoOverviews());

  /// Content that is one file, whatever it is asked for.
  private static final class OneFile implements Blobs {
    @Override
    public Blob store(InputStream content) {
      throw new AssertionError("nothing is stored here");
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

  @BeforeAll
  static void makeFlows() {
    parquet = SampleFlows.parquet("night.pcapng", folder);
  }

  @AfterAll
  static void close() {
    questions.close();
  }

  private static FlowList list(String filter, String order, long offset, int limit) {
    return FLOWS.list(
        NIGHT, Filter.parse(filter), FlowOrder.parse(order).orElseThrow(), offset, limit);
  }

  @Test
  void pagesThroughAllFlowsInOrder() {
    List<FlowRow> all = new ArrayList<>();
    FlowList page = list("", "-bytes", 0, 500);
    while (!page.rows().isEmpty()) {
      all.addAll(page.rows());
      page = list("", "-bytes", all.size(), 500);
    }
    assertThat(all).hasSize((int) page.total()).doesNotHaveDuplicates();
    assertThat(all)
        .isSortedAccordingTo(
            Comparator.comparingLong(FlowRow::bytes).reversed().thenComparingLong(FlowRow::frame));
  }

  @ParameterizedTest
  @EnumSource
  void sortsByAnything(FlowOrder.By by) {
    List<FlowRow> up = list("proto == dns", by.slug(), 0, 1_000).rows();
    List<FlowRow> down = list("proto == dns", "-" + by.slug(), 0, 1_000).rows();
    assertThat(new HashSet<>(up)).isEqualTo(new HashSet<>(down)).isNotEmpty();
  }

  @Test
  void findsEachFlowByItsFirstFrameWithItsCommunityId() {
    List<String> column =
        questions.answer(
            NIGHT,
            flows ->
                flows.query(
                    "SELECT community_id FROM flows ORDER BY first_frame",
                    List.of(),
                    row -> row.getString(1)));
    List<FlowRow> rows = new ArrayList<>();
    for (int from = 0; from < column.size(); from += 1_000) {
      rows.addAll(list("", "start", from, 1_000).rows());
    }
    rows.sort(Comparator.comparingLong(FlowRow::frame));
    assertThat(rows).extracting(FlowRow::communityId).isEqualTo(column);
    FlowDetail detail = FLOWS.find(NIGHT, rows.get(7).frame()).orElseThrow();
    assertThat(detail.row()).isEqualTo(rows.get(7));
    assertThat(detail.features()).hasSize(135);
    assertThat(FLOWS.find(NIGHT, 0)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "proto == dns", "host in 10.0.0.0/8 and bytes > 100", "port == 1"})
  void sumsUpWhatTheListHolds(String filter) {
    Traffic traffic = FLOWS.traffic(NIGHT, Filter.parse(filter));
    List<FlowRow> rows = new ArrayList<>();
    FlowList page = list(filter, "start", 0, 1_000);
    while (!page.rows().isEmpty()) {
      rows.addAll(page.rows());
      page = list(filter, "start", rows.size(), 1_000);
    }
    assertThat(traffic.shown().flows()).isEqualTo(rows.size());
    assertThat(traffic.shown().bytes()).isEqualTo(rows.stream().mapToLong(FlowRow::bytes).sum());
    assertThat(traffic.protocols().stream().mapToLong(Traffic.Protocol::bytes).sum())
        .isEqualTo(traffic.shown().bytes());
    assertThat(traffic.timeline().series().stream().mapToLong(Timeline.Series::total).sum())
        .isCloseTo(traffic.shown().bytes(), org.assertj.core.data.Offset.offset(2_000L));
    assertThat(
            traffic.timeline().series().stream()
                .flatMap(series -> series.flows().stream())
                .mapToLong(Long::longValue)
                .sum())
        .isEqualTo(rows.size());
    long hosts =
        rows.stream()
            .flatMap(row -> List.of(row.source().ip(), row.destination().ip()).stream())
            .distinct()
            .count();
    assertThat(traffic.hosts()).isEqualTo(hosts);
    assertThat(FLOWS.hosts(NIGHT, Filter.parse(filter), 0, 500)).hasSize((int) hosts);
  }

  @Test
  void spreadsAFlowEvenlyOverItsLife() {
    FlowRow longest = list("", "-duration", 0, 1).rows().getFirst();
    Timeline timeline = FLOWS.timeline(NIGHT, Filter.parse("first_frame == " + longest.frame()));
    List<Long> bytes = timeline.series().getFirst().bytes();
    long width = timeline.axis().width();
    double expected = (double) longest.bytes() * width / longest.duration().toNanos();
    List<Long> busy = bytes.stream().filter(each -> each > 0).toList();
    assertThat(busy).hasSizeGreaterThan(2);
    assertThat(busy.subList(1, busy.size() - 1))
        .allSatisfy(each -> assertThat((double) each).isBetween(expected - 1, expected + 1));
    assertThat(bytes.stream().mapToLong(Long::longValue).sum())
        .isBetween(longest.bytes() - bytes.size(), longest.bytes() + bytes.size());
  }

  @Test
  void gathersNamesFilesAndServices() {
    assertThat(FLOWS.names(NIGHT, Filter.parse(""), 500))
        .extracting(SeenName::name)
        .contains("shop.example", "updates.example")
        .allSatisfy(name -> assertThat(name).isLowerCase());
    List<SeenFile> files = FLOWS.files(NIGHT, Filter.parse(""), 500);
    assertThat(files).isNotEmpty().allSatisfy(file -> assertThat(file.sha256()).hasSize(64));
    assertThat(list("file.hash == " + files.getFirst().sha256(), "start", 0, 10).rows())
        .extracting(FlowRow::frame)
        .contains(files.getFirst().flow());
    Host server = FLOWS.host(NIGHT, files.getFirst().server()).orElseThrow();
    assertThat(server.services()).isNotEmpty();
    assertThat(server.role()).contains("server");
  }

  @Test
  void offersValuesThatTheFlowsHave() {
    assertThat(FLOWS.complete(NIGHT, "proto == d", 10).suggestions())
        .extracting(Suggestion::text)
        .startsWith("dns");
    assertThat(FLOWS.complete(NIGHT, "sni == sh", 9).suggestions())
        .extracting(Suggestion::text)
        .contains("shop.example");
  }

  @Test
  void writesCsvAsTheCommandLineDoes() throws IOException {
    Path csv = folder.resolve("all.csv");
    questions.write(
        NIGHT, csv, flows -> FlowExport.write(flows, Filter.parse(""), FlowFormat.CSV, csv));
    assertThat(csv)
        .hasSameTextualContentAs(folder.resolve("night.pcapng.csv"), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @EnumSource
  void writesWhatTheFilterLetsThrough(FlowFormat format) throws IOException {
    Path file = folder.resolve("some." + format.slug());
    Filter filter = Filter.parse("proto == dns and name contains example");
    questions.write(NIGHT, file, flows -> FlowExport.write(flows, filter, format, file));
    assertThat(file).isNotEmptyFile();
    if (format == FlowFormat.JSONL) {
      assertThat(Files.readAllLines(file))
          .hasSize((int) FLOWS.traffic(NIGHT, filter).shown().flows())
          .allSatisfy(line -> assertThat(line).contains("\"network.protocol\":\"dns\""));
    }
  }

  @Test
  void stopsWhatTakesTooLong() {
    FlowSettings hasty = new FlowSettings(DataSize.ofMegabytes(256), 1, 1, Duration.ofSeconds(1));
    FlowQuestions hurried = new FlowQuestions(new OneFile(), hasty);
    try {
      assertThatThrownBy(
              () ->
                  hurried.answer(
                      NIGHT,
                      flows ->
                          flows.query(
                              "SELECT count(*) FROM flows a, flows b, flows c, flows d"
                                  + " WHERE a.first_frame * b.first_frame % 7 = c.first_frame % 5",
                              List.of(), row -> row.getLong(1))))
          .isInstanceOfSatisfying(
              ProblemException.class,
              refused ->
                  assertThat(refused.problem().type()).isEqualTo(FlowProblem.QUESTION_TOO_LARGE));
    } finally {
      hurried.close();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM read_text('/etc/hostname')",
        "COPY (SELECT 1) TO '/tmp/flows-tests-escape'",
        "ATTACH '/tmp/flows-tests-escape.db'",
        "SET enable_external_access = true",
        "INSTALL httpfs"
      })
  void seesNothingButItsFile(String sql) {
    assertThatThrownBy(
            () -> questions.answer(NIGHT, flows -> flows.query(sql, List.of(), row -> row)))
        .hasRootCauseInstanceOf(SQLException.class);
    assertThat(Path.of("/tmp/flows-tests-escape")).doesNotExist();
  }
}
