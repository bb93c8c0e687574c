package io.aegispcap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.testkit.capture.PcapBuilder;
import io.aegispcap.testkit.packet.Frames;
import io.aegispcap.testkit.packet.PacketBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EvaluateTests {
  private static final String HEADER =
      "split\tpath\tbytes\tpackets\tflows\tclass\tfamily\tlabel_rule\n";

  @TempDir Path folder;
  private Path manifest;

  private static String row(String path, String label, String rule) {
    return "x\t%s\t0\t0\t0\t%s\tfamily\t%s\n".formatted(path, label, rule);
  }

  /// Somebody who fetches one page and leaves.
  private static byte[] visit() {
    PacketBuilder syn =
        Frames.ethernet().ipv4("10.0.0.7", "203.0.113.80").tcp(40_000, 80).flags(PacketBuilder.SYN);
    PacketBuilder reset =
        Frames.ethernet()
            .ipv4("203.0.113.80", "10.0.0.7")
            .tcp(80, 40_000)
            .flags(PacketBuilder.RST, PacketBuilder.ACK);
    return PcapBuilder.pcap()
        .frame(Scan.START, syn.build())
        .frame(Scan.START + 1_000_000, reset.build())
        .build();
  }

  @BeforeEach
  void writeCaptures() throws IOException {
    Files.write(folder.resolve("scan.pcap"), Scan.capture(200));
    Files.write(folder.resolve("visit.pcap"), visit());
    manifest =
        Files.writeString(
            folder.resolve("MANIFEST.tsv"),
            HEADER
                + row("scan.pcap", "scan", "SRC:203.0.113.9:scan")
                + row("visit.pcap", "scan", "ALL:scan")
                + row("visit.pcap", "benign", "ALL:benign"));
  }

  private Run evaluate(Object... more) {
    Object[] all = new Object[5 + more.length];
    System.arraycopy(
        new Object[] {"evaluate", "--manifest", manifest, "--root", folder}, 0, all, 0, 5);
    System.arraycopy(more, 0, all, 5, more.length);
    return Run.of(all);
  }

  @Test
  void writesWhatIsFoundAndWhatIsMissedAsAPage() {
    Run run = evaluate();

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith("# ")
        .contains("| scan | 2 | 1 (50.0 %) | 100.0 % | 99.5 % |")
        .contains("Harmless captures: 1; with a high or critical alert: 0;");
  }

  @Test
  void writesTheSameAsJson() throws IOException {
    Path json = folder.resolve("result.json");
    Path page = folder.resolve("result.md");

    Run run = evaluate("--json", json, "-o", page);

    assertThat(run).isEqualTo(new Run(0, "", ""));
    assertThat(page).content().isEqualTo(evaluate().out());
    JsonNode result = new JsonMapper().readTree(Files.readAllBytes(json));
    JsonNode scans = result.at("/all/classes/scan");
    assertThat(scans.get("captures").asInt()).isEqualTo(2);
    assertThat(scans.get("found").asInt()).isEqualTo(1);
    assertThat(scans.at("/flows/right").asInt()).isEqualTo(200);
    assertThat(scans.at("/flows/missed").asInt()).isEqualTo(1);
    assertThat(scans.at("/flows/wrong").asInt()).isZero();
    assertThat(result.at("/all/benign/with_low_or_worse").asInt()).isZero();
    assertThat(result.at("/captures/0/found").asBoolean()).isTrue();
    assertThat(result.at("/captures/1/found").asBoolean()).isFalse();
    assertThat(result.at("/captures/0/alerts/0/detector").asString()).contains("scan");
  }

  @Test
  void namesCapturesThatCouldNotBeRead() throws IOException {
    Files.writeString(folder.resolve("text.pcap"), "this is no capture");
    Files.writeString(
        manifest, HEADER + row("text.pcap", "scan", "ALL:scan") + row("gone", "scan", "ALL:scan"));

    Run run = evaluate();

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("| scan | 2 | 0 (0.0 %)");
    assertThat(run.out()).contains("text.pcap: at byte 0:", "gone: there is no such file");
  }

  @Test
  void saysWhichLineOfTheManifestIsWrong() throws IOException {
    Files.writeString(manifest, HEADER + row("scan.pcap", "scan", "SOMETIMES:scan"));

    Run run = evaluate();

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualToIgnoringNewLines(
            "aegis: " + manifest + " line 2: not a label rule: \"SOMETIMES:scan\"");
  }

  @Test
  void saysThatThereIsNoManifest() throws IOException {
    Files.delete(manifest);

    Run run = evaluate();

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .isEqualToIgnoringNewLines("aegis: " + manifest + ": there is no such file");
  }

  @Test
  void overwritesNeitherManifestNorFolder() {
    assertThat(evaluate("-o", manifest).err()).contains("is also read");
    assertThat(evaluate("--json", folder).code()).isEqualTo(2);
  }
}
