package io.aegispcap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `calibrate`, and what `analyze` does with what is known of a network.
class TuningCommandTests {
  @TempDir private Path folder;
  private Path capture = Path.of("");

  @BeforeEach
  void writeCapture() throws IOException {
    capture = Files.write(folder.resolve("scan.pcap"), Scan.capture(60));
  }

  private Path allow(String line) throws IOException {
    return Files.writeString(folder.resolve("allow.jsonl"), line);
  }

  @Test
  void leavesOutWhatIsAllowedAndListsIt() throws IOException {
    Path file =
        allow("{\"detector\": \"*\", \"host\": \"203.0.113.9\", \"reason\": \"a test of ours\"}");

    Run run = Run.of("analyze", capture, "--allow", file);
    Run json = Run.of("analyze", capture, "--allow", file, "--json", "-");

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("1 alert left out: 1 by the allow-list");
    assertThat(json.out())
        .contains("\"by\" : \"allow-list\"", "a test of ours (allow.jsonl, line 1)");
    assertThat(Run.of("analyze", capture, "--allow", file, "--fail-on", "info").code()).isZero();
  }

  @Test
  void saysWhichLineItDoesNotUnderstand() throws IOException {
    Run run = Run.of("analyze", capture, "--allow", allow("\n{\"detector\": \"port-scan\"}\n"));

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("allow.jsonl: line 2: \"reason\" is missing");
  }

  @Test
  void refusesDevicesOfNoKind() {
    Run run = Run.of("analyze", capture, "--device", "10.0.0.7=toaster");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--device: \"toaster\" is no kind of device: iot, scanner");
  }

  @Test
  void lowersWhatAScannerOfOursDoes() {
    Run run = Run.of("analyze", capture, "--device", "203.0.113.9=scanner");

    assertThat(run.out()).contains("1 alert: 1 info").doesNotContain("incident");
  }

  @Test
  void learnsWhatIsUsualAndAppliesIt() throws IOException {
    Path network = folder.resolve("network.json");

    Run calibrated = Run.of("calibrate", capture, "-o", network);
    Run quiet = Run.of("analyze", capture, "--calibration", network);
    Path loud = Files.write(folder.resolve("loud.pcap"), Scan.capture(90));
    Run found = Run.of("analyze", loud, "--calibration", network);

    assertThat(calibrated.code()).as(calibrated.err()).isZero();
    assertThat(calibrated.out())
        .contains("port-scan moved from 25 to more than 60 (distinct ports), by 1 alert");
    assertThat(quiet.out())
        .contains("1 alert left out: 1 by the calibration", "calibration: port-scan moved from 25");
    assertThat(found.out()).contains("1 alert: ").doesNotContain("left out");
  }

  @Test
  void saysWhenNothingMoved() throws IOException {
    Path calm = Files.write(folder.resolve("calm.pcap"), Scan.capture(3));

    Run run = Run.of("calibrate", calm, "-o", folder.resolve("network.json"));

    assertThat(run.out()).contains("No detector moved.");
  }

  @Test
  void refusesWhatIsNoCalibration() {
    Run run = Run.of("analyze", capture, "--calibration", capture);

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("scan.pcap: ");
  }
}
