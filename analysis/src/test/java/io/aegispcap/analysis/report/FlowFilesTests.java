package io.aegispcap.analysis.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aegispcap.analysis.pipeline.Engine;
import io.aegispcap.analysis.pipeline.EngineOptions;
import io.aegispcap.analysis.pipeline.FlowFormat;
import io.aegispcap.capture.file.CaptureFile;
import io.aegispcap.capture.file.Captures;
import io.aegispcap.capture.file.ReadOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FlowFilesTests {
  @TempDir Path folder;

  private static byte[] rows(FlowFormat format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CaptureFile source =
        Captures.open(
            "sample",
            Channels.newChannel(new ByteArrayInputStream(SampleRun.capture())),
            ReadOptions.DEFAULT)) {
      new Engine(EngineOptions.defaults().withThreads(2)).write(format, out).run(source);
    }
    return out.toByteArray();
  }

  @Test
  void writesOneJsonObjectForEachFlow() throws IOException {
    List<JsonNode> flows =
        new String(rows(new JsonLinesFlows()), UTF_8)
            .lines()
            .map(line -> JsonMapper.shared().readTree(line))
            .toList();

    assertThat(flows).hasSize(41);
    JsonNode web =
        flows.stream()
            .filter(flow -> flow.get("destination.port").asInt() == 80)
            .toList()
            .getFirst();
    assertThat(web.get("network.protocol").asString()).isEqualTo("http");
    assertThat(web.get("features").get("tot_fwd_pkts").asInt()).isEqualTo(2);
    assertThat(web.get("facts").get(0).get("url.domain").asString()).isEqualTo("www.example.com");
    assertThat(web.get("facts").get(0).get("user_agent.original").asString()).isEqualTo("<b>x</b>");
  }

  @Test
  void turnsRowsIntoParquetInTheirOrder() throws IOException, SQLException {
    Path csv = Files.write(folder.resolve("it's.csv"), rows(new CsvFlows()));
    Path parquet = folder.resolve("flows.parquet");

    ParquetFlows.convert(csv, parquet, "flows.parquet");

    String query = "SELECT source_port, start, tot_fwd_pkts, facts FROM '" + parquet + "'";
    List<String> lines = Files.readAllLines(csv);
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement();
        ResultSet flows = statement.executeQuery(query)) {
      int row = 0;
      while (flows.next()) {
        row++;
        assertThat(flows.getInt(1)).isEqualTo(Integer.parseInt(lines.get(row).split(",")[7]));
      }
      assertThat(row).isEqualTo(41);
    }
  }

  @Test
  void saysWhichParquetFileCannotBeWritten() throws IOException {
    Path csv = Files.write(folder.resolve("flows.csv"), rows(new CsvFlows()));
    Path nowhere = folder.resolve("missing").resolve("flows.parquet");

    assertThatThrownBy(() -> ParquetFlows.convert(csv, nowhere, "flows.parquet"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("flows.parquet: cannot be written");
  }
}
