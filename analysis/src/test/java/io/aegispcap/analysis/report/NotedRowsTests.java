package io.aegispcap.analysis.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.chart.DeclaredCharts;
import io.aegispcap.analysis.detection.DetectorInfo;
import io.aegispcap.analysis.pipeline.FlowFormat;
import io.aegispcap.analysis.plugin.DetectorSource;
import io.aegispcap.analysis.plugin.FlowNotes;
import io.aegispcap.analysis.plugin.NoteColumn;
import io.aegispcap.analysis.plugin.NoteSink;
import io.aegispcap.analysis.plugin.PluginFinding;
import io.aegispcap.plugin.Capability;
import io.aegispcap.plugin.FlowBatch;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a plugin says of a flow stands in the row of that flow, and in no other.
class NotedRowsTests {
  private static final String KIND = "me/mine/kind";

  @TempDir private Path folder;

  /// Says of flows with an even port what that port is.
  private record Noter() implements DetectorSource {
    @Override
    public String id() {
      return "me/mine";
    }

    @Override
    public List<DetectorInfo> rules() {
      return List.of();
    }

    @Override
    public List<NoteColumn> columns() {
      return List.of(
          new NoteColumn("me/mine", "port", true), new NoteColumn("me/mine", "kind", false));
    }

    @Override
    public Set<Capability> granted() {
      return Set.of();
    }

    @Override
    public DeclaredCharts charts() {
      return DeclaredCharts.NONE;
    }

    @Override
    public Duration patience() {
      return Duration.ofMinutes(1);
    }

    @Override
    public void abandon() {
      throw new AssertionError("it keeps nobody waiting");
    }

    @Override
    public List<PluginFinding> process(FlowBatch flows, NoteSink notes) {
      flows.forEach(
          flow -> {
            if (flow.sourcePort() % 2 == 0) {
              notes.note(flow.number(), "kind", "overwritten");
              notes.note(flow.number(), "port", Double.toString(flow.sourcePort()));
              notes.note(flow.number(), "kind", "=1+1, \"" + flow.source() + "\"\nline");
            }
          });
      return List.of();
    }

    @Override
    public List<PluginFinding> endOfCapture(NoteSink notes) {
      return List.of();
    }
  }

  private interface Adding {
    void to(NotedRows rows, ByteArrayInputStream in, ByteArrayOutputStream out) throws IOException;
  }

  private String noted(FlowFormat format, Adding adding) throws IOException {
    Path capture = Files.write(folder.resolve("sample.pcap"), SampleRun.capture());
    ByteArrayOutputStream rows = new ByteArrayOutputStream();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (FlowNotes notes = FlowNotes.in(folder.resolve("notes"))) {
      new Analysis(AnalysisOptions.defaults(), "test")
          .plugin(new Noter())
          .notes(notes)
          .write(format, rows)
          .run(capture, "sample");
      assertThat(notes.dropped()).isZero();
      adding.to(new NotedRows(notes), new ByteArrayInputStream(rows.toByteArray()), out);
    }
    return out.toString(UTF_8);
  }

  @Test
  void addsAMemberToJsonLines() throws IOException {
    List<JsonNode> flows =
        noted(new JsonLinesFlows(), NotedRows::jsonLines)
            .lines()
            .map(line -> JsonMapper.shared().readTree(line))
            .toList();

    assertThat(flows).hasSize(41);
    for (JsonNode flow : flows) {
      int port = flow.get("source.port").asInt();
      assertThat(flow.has("plugins")).isEqualTo(port % 2 == 0);
      if (port % 2 == 0) {
        assertThat(flow.get("plugins").get("me/mine/port").asInt()).isEqualTo(port);
        assertThat(flow.get("plugins").get(KIND).asString())
            .startsWith("=1+1, \"")
            .contains(flow.get("source.ip").asString());
      }
    }
  }

  @Test
  void addsColumnsToCsvAndParquet() throws IOException, SQLException {
    Path csv = Files.writeString(folder.resolve("rows.csv"), noted(new CsvFlows(), NotedRows::csv));
    Path parquet = folder.resolve("flows.parquet");

    ParquetFlows.convert(csv, new Noter().columns(), parquet, "flows.parquet");

    String query =
        "SELECT source_port, \"me/mine/port\", \"me/mine/kind\", source_ip FROM '" + parquet + "'";
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement();
        ResultSet flows = statement.executeQuery(query)) {
      int rows = 0;
      while (flows.next()) {
        rows++;
        int port = flows.getInt(1);
        double noted = flows.getDouble(2);
        assertThat(flows.wasNull()).isEqualTo(port % 2 != 0);
        if (port % 2 == 0) {
          assertThat(noted).isEqualTo(port);
          assertThat(flows.getString(3)).startsWith("'=1+1, \"").endsWith("\" line");
        }
      }
      assertThat(rows).isEqualTo(41);
    }
  }
}
