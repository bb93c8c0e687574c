package io.aegispcap.analysis.detection.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.aegispcap.analysis.detection.Alert;
import io.aegispcap.analysis.detection.AlertBook;
import io.aegispcap.analysis.detection.DetectionOptions;
import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.catalogue.Detectors;
import io.aegispcap.analysis.flow.FlowObserver;
import io.aegispcap.analysis.pipeline.Engine;
import io.aegispcap.analysis.pipeline.EngineOptions;
import io.aegispcap.capture.file.CaptureFile;
import io.aegispcap.capture.file.Captures;
import io.aegispcap.capture.file.ReadOptions;
import io.aegispcap.testkit.capture.PcapBuilder;
import io.aegispcap.testkit.packet.Frames;
import io.aegispcap.testkit.packet.PacketBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationTests {
  private static final long SECOND = 1_000_000_000L;
  private static final String HEADER =
      "split\tpath\tbytes\tpackets\tflows120s\tclass\tfamily\tlabel_rule\tlicence\tsource\tsha256\n";

  @TempDir Path root;

  /// A scan of 30 ports beside five harmless pings; the same scan called harmless; three pings
  /// called a scan; a file that is none.
  @BeforeEach
  void writeCaptures() throws IOException {
    Files.write(root.resolve("scan.pcap"), capture(30, 5));
    Files.write(root.resolve("alarm.pcap"), capture(30, 0));
    Files.write(root.resolve("quiet.pcap"), capture(0, 3));
    Files.writeString(root.resolve("broken.pcap"), "not a capture");
    Files.writeString(
        root.resolve("MANIFEST.tsv"),
        HEADER
            + row("scan.pcap", "scan", "one", "SRC:10.0.0.5:scan")
            + row("alarm.pcap", "benign", "two", "ALL:benign")
            + row("quiet.pcap", "scan", "three", "ALL:scan")
            + row("broken.pcap", "dos", "four", "CAPTURE:dos"));
  }

  private static String row(String path, String label, String family, String rule) {
    return String.join("\t", "t", path, "1", "1", "1", label, family, rule, "l", "s", "x") + "\n";
  }

  private static byte[] capture(int ports, int pings) {
    PcapBuilder pcap = PcapBuilder.pcap();
    for (int port = 1; port <= ports; port++) {
      pcap.frame(
          port * SECOND,
          Frames.ethernet()
              .ipv4("10.0.0.5", "10.0.0.6")
              .tcp(40_000, port)
              .flags(PacketBuilder.SYN)
              .build());
    }
    for (int ping = 1; ping <= pings; ping++) {
      pcap.frame(
          (100 + ping) * SECOND,
          Frames.ethernet().ipv4("10.0.0.9", "10.0.1." + ping).ping(8, ping, 1).build());
    }
    return pcap.build();
  }

  private static List<Alert> analyse(Path path, FlowObserver observer) throws IOException {
    AlertBook book = new AlertBook(path.toString());
    List<Detector> detectors = Detectors.all(DetectionOptions.usual());
    Engine engine = new Engine(EngineOptions.defaults().withThreads(1)).observe(observer);
    detectors.forEach(engine::observe);
    try (CaptureFile capture = Captures.open(path, ReadOptions.DEFAULT)) {
      engine.run(capture);
    }
    detectors.forEach(detector -> detector.finish(book));
    return book.alerts();
  }

  private EvaluationResult evaluated() throws IOException {
    return Evaluation.run(root.resolve("MANIFEST.tsv"), root, EvaluationTests::analyse);
  }

  @Test
  void countsAsAHandDoes() throws IOException {
    EvaluationResult result = evaluated();
    EvaluationResult.ClassRow scan = result.classes(capture -> true).get("scan");
    assertThat(scan.captures()).isEqualTo(2);
    assertThat(scan.found()).isEqualTo(1);
    // 30 flows of the scan are named, 30 that are called harmless too, 3 pings are missed
    assertThat(scan.flows()).isEqualTo(new FlowCounts(30, 30, 3));
    assertThat(scan.flows().precision()).isCloseTo(0.5, within(1e-9));
    assertThat(scan.flows().recall()).isCloseTo(30 / 33.0, within(1e-9));
    EvaluationResult.BenignRow benign = result.benign(capture -> true);
    assertThat(benign.captures()).isEqualTo(1);
    assertThat(benign.withMedium()).isEqualTo(1);
    assertThat(benign.withHigh()).isZero();
    assertThat(result.failures())
        .extracting(score -> score.capture().path())
        .containsExactly("broken.pcap");
  }

  @Test
  void partsCapturesInHalves() throws IOException {
    EvaluationResult result = evaluated();
    long all = 0;
    for (Half half : Half.values()) {
      all +=
          result.classes(c -> c.half() == half).values().stream()
              .mapToLong(EvaluationResult.ClassRow::captures)
              .sum();
    }
    assertThat(all).isEqualTo(3);
  }

  @Test
  void writesAllItKnows() throws IOException {
    EvaluationResult result = evaluated();
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    EvaluationJson.write(result, json);
    assertThat(json.toString(StandardCharsets.UTF_8))
        .contains("\"scan\":{\"captures\":2,\"found\":1")
        .contains("\"right\":30,\"wrong\":30,\"missed\":3")
        .contains("\"failure\"")
        .doesNotContain("NaN");
    String page =
        EvaluationPage.write(result, Detectors.all(DetectionOptions.usual()), "aegis evaluate");
    assertThat(page)
        .contains("| scan | 2 | 1 (50.0 %) | 50.0 % | 90.9 % |")
        .contains("Not analysed: `broken.pcap`")
        .contains("| port-scan |");
  }

  @Test
  void saysWhichLineOfAManifestIsWrong() throws IOException {
    Path manifest = root.resolve("bad.tsv");
    Files.writeString(manifest, HEADER + row("a", "scan", "f", "WRONG"));
    assertThatThrownBy(() -> Evaluation.run(manifest, root, EvaluationTests::analyse))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("line 2")
        .hasMessageContaining("WRONG");
    Files.writeString(manifest, HEADER + "only two\tcolumns\n");
    assertThatThrownBy(() -> Evaluation.run(manifest, root, EvaluationTests::analyse))
        .hasMessageContaining("2 columns");
  }
}
