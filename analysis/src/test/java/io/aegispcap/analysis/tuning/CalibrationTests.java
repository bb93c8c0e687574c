package io.aegispcap.analysis.tuning;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aegispcap.analysis.detection.Alert;
import io.aegispcap.analysis.detection.Measure;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.capture.packet.IpAddress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrationTests {
  private static final List<Calibration.Source> SOURCES =
      List.of(
          new Calibration.Source("monday.pcap", Optional.of("ab".repeat(32))),
          new Calibration.Source("-", Optional.empty()));
  private static final Prevalence CALLED =
      Prevalence.of(8, Map.of(IpAddress.parse("198.51.100.1"), 6));

  @TempDir private Path folder;

  private static Calibration learned(Alert... alerts) {
    return Calibration.of("1.2.3", SOURCES, List.of(alerts), CALLED);
  }

  private static String written(Calibration calibration) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CalibrationFile.write(calibration, out);
    return out.toString(UTF_8);
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("network.json"), text);
  }

  private Tuning tuning(Calibration calibration) throws IOException {
    return Tuning.read(
        Optional.empty(),
        List.of(),
        Optional.of(file(written(calibration))),
        LocalDate.of(2026, 11, 28));
  }

  @Test
  void movesAThresholdToWhatIsUsual() {
    List<Threshold> thresholds =
        learned(
                Noise.scan("a-1", Severity.LOW, "10.0.0.7", 40),
                Noise.scan("a-2", Severity.MEDIUM, "10.0.0.8", 62))
            .thresholds();

    assertThat(thresholds)
        .containsExactly(
            new Threshold("port-scan", "1.0.0", "distinct ports", "ports", 25, 62, 2, 62));
    assertThat(Tuning.moved(thresholds.getFirst()))
        .isEqualTo("port-scan moved from 25 to more than 62 (distinct ports)");
  }

  @Test
  void takesThePercentileOfMany() {
    List<Alert> alerts = new ArrayList<>();
    for (int i = 1; i <= 200; i++) {
      alerts.add(Noise.scan("a-" + i, Severity.LOW, "10.0.0." + i, i <= 197 ? 30 : 50 + i));
    }

    Threshold threshold = learned(alerts.toArray(Alert[]::new)).thresholds().getFirst();

    assertThat(threshold.network()).as("the 198th of 200, below the cap").isEqualTo(100);
    assertThat(threshold.greatest()).isEqualTo(250);
  }

  @Test
  void movesNoThresholdFurtherThanItSays() {
    assertThat(
            learned(Noise.scan("a-1", Severity.LOW, "10.0.0.7", 5000))
                .thresholds()
                .getFirst()
                .network())
        .isEqualTo(100);
    Alert beacon =
        Noise.alert(
            "a-1",
            "beaconing",
            "Command and Control",
            Severity.LOW,
            "10.0.0.7",
            "198.51.100.1",
            Noise.beaconScore(0.99));
    assertThat(learned(beacon).thresholds().getFirst().network()).isEqualTo(0.85);
  }

  @Test
  void learnsNothingFromWhatIsNotAQuestionOfHowMuch() {
    Alert service =
        Noise.alert(
            "a-1",
            "remote-service",
            "Execution",
            Severity.MEDIUM,
            "10.0.0.7",
            "10.0.0.8",
            new Measure("calls", 500, 1, "calls"));

    assertThat(learned(service).thresholds()).isEmpty();
  }

  @Test
  void learnsNothingFromHighSeverity() {
    assertThat(learned(Noise.scan("a-1", Severity.HIGH, "10.0.0.7", 90)).thresholds()).isEmpty();
  }

  @Test
  void holdsBackWhatIsUsualAndSaysSo() throws IOException {
    Tuning tuning = tuning(learned(Noise.scan("a-1", Severity.LOW, "10.0.0.7", 62)));
    Alert usual = Noise.scan("a-2", Severity.MEDIUM, "10.0.0.9", 62);
    Alert more = Noise.scan("a-3", Severity.MEDIUM, "10.0.0.9", 63);
    Alert high = Noise.scan("a-4", Severity.HIGH, "10.0.0.9", 30);

    Tuned tuned = tuning.apply(List.of(usual, more, high), Prevalence.NONE);

    assertThat(tuned.alerts()).containsExactly(high, more);
    assertThat(tuned.suppressed())
        .containsExactly(
            new Suppressed(
                usual,
                Suppressed.By.CALIBRATION,
                "usual in this network: distinct ports up to 62"));
    assertThat(tuned.notes())
        .containsExactly("calibration: port-scan moved from 25 to more than 62 (distinct ports)");
  }

  @Test
  void believesLessInServersThatManyCalledInCalmTimes() throws IOException {
    Alert beacon = Noise.beacon("a-1", Severity.LOW, "10.0.0.7", "198.51.100.1:443");

    Alert judged = tuning(learned()).apply(List.of(beacon), Prevalence.NONE).alerts().getFirst();

    assertThat(judged.confidence()).isEqualTo(0.4);
    assertThat(judged.confidenceReason())
        .endsWith("halved, since 6 of 8 inside hosts call that host in calm times");
  }

  @Test
  void doesNotApplyToAnotherVersionOfADetector() throws IOException {
    Calibration learned = learned(Noise.scan("a-1", Severity.LOW, "10.0.0.7", 62));
    Path file = file(written(learned).replace("\"version\":\"1.0.0\"", "\"version\":\"0.9.0\""));
    Tuning tuning =
        Tuning.read(Optional.empty(), List.of(), Optional.of(file), LocalDate.of(2026, 11, 28));
    Alert scan = Noise.scan("a-2", Severity.LOW, "10.0.0.9", 30);

    Tuned tuned = tuning.apply(List.of(scan), Prevalence.NONE);

    assertThat(tuned.alerts()).containsExactly(scan);
    assertThat(tuned.notes())
        .containsExactly(
            "calibration: port-scan is of another version than 0.9.0: its threshold is not"
                + " applied; calibrate again");
  }

  @Test
  void keepsWhatItWrote() throws IOException {
    Calibration learned =
        learned(
            Noise.scan("a-1", Severity.LOW, "10.0.0.7", 62),
            Noise.beacon("a-2", Severity.LOW, "10.0.0.7", "198.51.100.1:443"));

    assertThat(CalibrationFile.read(file(written(learned)))).isEqualTo(learned);
    assertThat(written(learned)).isEqualTo(written(learned));
  }

  @Test
  void refusesThresholdsBelowTheBuiltInOnes() throws IOException {
    String text = written(learned(Noise.scan("a-1", Severity.LOW, "10.0.0.7", 62)));

    assertThatThrownBy(() -> CalibrationFile.read(file(text.replace("62", "12"))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("12.0 is below the built-in one of 25.0");
  }

  @Test
  void refusesWhatIsNoCalibration() {
    for (String text :
        List.of(
            "", "{}", "{\"format\":\"aegispcap-calibration\",\"version\":2}", "[1]", "{\"a\":")) {
      assertThatThrownBy(() -> CalibrationFile.read(file(text)))
          .as(text)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("network.json: ");
    }
  }
}
