package io.aegispcap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.capture.file.CaptureFile;
import io.aegispcap.capture.file.Captures;
import io.aegispcap.capture.file.DecryptionSecrets;
import io.aegispcap.capture.file.FrameContext;
import io.aegispcap.capture.file.ReadOptions;
import io.aegispcap.capture.packet.Packet;
import io.aegispcap.testkit.capture.PcapngBuilder;
import io.aegispcap.testkit.packet.Frames;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandTests {
  private static final Pattern ALERT = Pattern.compile("\"id\" : \"(a-[0-9a-f]{10})\"");

  @TempDir Path folder;
  private Path capture;

  @BeforeEach
  void writeCapture() throws IOException {
    capture = Files.write(folder.resolve("scan.pcap"), Scan.capture(200));
  }

  private List<String> names() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void summarisesCaptures() {
    Run run = Run.of("analyze", capture);

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("400 packets", "200 flows", "203.0.113.9");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void exitsWithThreeWhenAnAlertIsSevere() {
    assertThat(Run.of("analyze", capture, "--fail-on", "low").code()).isEqualTo(3);
    assertThat(Run.of("analyze", capture, "--fail-on", "CRITICAL").code()).isZero();
  }

  @Test
  void writesAllOutputsInOneRun() throws IOException {
    Path json = folder.resolve("a.json");
    Path html = folder.resolve("a.html");
    Path flows = folder.resolve("a.csv");

    Run run = Run.of("analyze", capture, "--json", json, "--report", html, "--flows", flows);

    assertThat(run.code()).isZero();
    assertThat(json).content().startsWith("{").endsWith("}\n");
    assertThat(html).content().startsWith("<!doctype html>").endsWith("</html>\n");
    assertThat(Files.readAllLines(flows)).hasSize(201);
    assertThat(names()).containsExactly("a.csv", "a.html", "a.json", "scan.pcap");
  }

  @Test
  void writesTheSameWhateverTheThreads() {
    Run one = Run.of("flows", capture, "--threads", "1");
    String json = Run.of("analyze", capture, "--json", "-", "--threads", "1").out();

    for (String threads : List.of("2", "3", "4")) {
      assertThat(Run.of("flows", capture, "--threads", threads)).isEqualTo(one);
      assertThat(Run.of("analyze", capture, "--json", "-", "--threads", threads).out())
          .isEqualTo(json);
    }
  }

  @Test
  void readsStandardInput() throws IOException {
    Run file = Run.of("flows", capture, "--format", "jsonl");
    Run stream = Run.with(Files.readAllBytes(capture), "flows", "-", "--format", "jsonl");

    assertThat(stream).isEqualTo(file);
    assertThat(Run.with(Files.readAllBytes(capture), "analyze", "-", "--json", "-").out())
        .contains("\"sha256\"");
  }

  @Test
  void mergesCapturesInTimeOrder() throws IOException {
    Path later =
        Files.write(folder.resolve("later.pcap"), Scan.capture(5, Scan.START + 3_600_000_000_000L));

    Run run = Run.of("flows", later, capture);

    List<String> rows = run.out().lines().toList();
    assertThat(rows).hasSize(206);
    assertThat(rows.get(1).split(",")[1]).as("capture of the first flow").isEqualTo("1");
  }

  @Test
  void cutsThePacketsOfAnAlert() throws IOException {
    Matcher alert = ALERT.matcher(Run.of("analyze", capture, "--json", "-").out());
    assertThat(alert.find()).isTrue();
    Path slice = folder.resolve("slice.pcapng");

    Run run = Run.of("slice", capture, "--alert", alert.group(1), "-o", slice);

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(Run.of("analyze", slice).code()).isZero();
    assertThat(names()).containsExactly("scan.pcap", "slice.pcapng");
  }

  @Test
  void cutsThePacketsOfAFlow() {
    String id = Run.of("flows", capture).out().lines().skip(1).findFirst().orElseThrow();
    Path slice = folder.resolve("flow.pcap");

    Run run =
        Run.of("slice", capture, "--community-id", id.substring(0, id.indexOf(',')), "-o", slice);

    assertThat(run.err()).contains("2 packets");
    assertThat(Run.of("flows", slice).out().lines()).hasSize(2);
  }

  @Test
  void keepsInterfacesCommentsAndKeysOfWhatItCuts() throws IOException {
    byte[] frame = Frames.ethernet().ipv4("10.0.0.1", "10.0.0.2").udp(1000, 2000).build();
    PcapngBuilder pcapng = PcapngBuilder.pcapng().section(ByteOrder.BIG_ENDIAN);
    pcapng
        .describe(1, 0, pcapng.name("eth0"), pcapng.description("uplink"))
        .secrets(0x544c534b, new byte[] {1, 2, 3})
        .packet(0, Scan.START / 1000, frame.length, frame, pcapng.comment("look at this"));
    Path source = Files.write(folder.resolve("source.pcapng"), pcapng.build());
    String id = Run.of("flows", source).out().lines().skip(1).findFirst().orElseThrow();
    Path slice = folder.resolve("flow.pcapng");

    Run.of("slice", source, "--community-id", id.substring(0, id.indexOf(',')), "-o", slice);

    try (CaptureFile cut = Captures.open(slice, ReadOptions.DEFAULT)) {
      assertThat(cut.next(new Packet())).isTrue();
      assertThat(cut.context())
          .isEqualTo(
              new FrameContext(
                  new FrameContext.Source(0, "eth0", "uplink", 6), List.of("look at this")));
      assertThat(cut.decryptionSecrets())
          .containsExactly(new DecryptionSecrets(0x544c534b, new byte[] {1, 2, 3}));
    }
  }

  @Test
  void saysThatThereIsNoSuchAlert() {
    Run run = Run.of("slice", capture, "--alert", "a-0", "-o", folder.resolve("x.pcap"));

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("no alert a-0");
    assertThat(folder.resolve("x.pcap")).doesNotExist();
  }

  @Test
  void writesParquet() throws IOException {
    Path parquet = folder.resolve("flows.parquet");

    assertThat(Run.of("flows", capture, "-o", parquet).code()).isZero();
    assertThat(Files.readAllBytes(parquet)).startsWith('P', 'A', 'R', '1');
    assertThat(names()).containsExactly("flows.parquet", "scan.pcap");
  }

  @Test
  void printsACompletionScript() {
    assertThat(Run.of("completion").out()).contains("aegis", "--report");
  }
}
