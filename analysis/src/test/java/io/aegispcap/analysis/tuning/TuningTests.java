package io.aegispcap.analysis.tuning;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aegispcap.analysis.detection.Alert;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.capture.packet.IpAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TuningTests {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);
  private static final String TARGET = "198.51.100.1:443 (backup.example.com)";
  private static final Alert BEACON = Noise.beacon("a-1", Severity.LOW, "10.0.0.7", TARGET);

  @TempDir private Path folder;

  private Tuning allowing(String... lines) throws IOException {
    Path file = Files.write(folder.resolve("allow.jsonl"), List.of(lines));
    return Tuning.read(Optional.of(file), List.of(), Optional.empty(), TODAY);
  }

  private static Tuned apply(Tuning tuning, Alert... alerts) {
    return tuning.apply(List.of(alerts), Prevalence.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'detector': 'beaconing'",
        "'detector': '*', 'host': '10.0.0.7'",
        "'detector': '*', 'host': '10.0.0.0/24'",
        "'detector': '*', 'peer': '198.51.100.0/24'",
        "'detector': '*', 'peer': 'backup.example.com'",
        "'detector': '*', 'peer': 'Example.com'",
        "'detector': 'beaconing', 'peer': '198.51.100.1', 'port': 443",
        "'detector': 'beaconing', 'expires': '2026-11-28'"
      })
  void leavesOutWhatIsAllowed(String entry) throws IOException {
    Tuned tuned = apply(allowing(line(entry)), BEACON);

    assertThat(tuned.alerts()).isEmpty();
    assertThat(tuned.suppressed())
        .containsExactly(
            new Suppressed(BEACON, Suppressed.By.ALLOW_LIST, "because (allow.jsonl, line 1)"));
    assertThat(tuned.notes()).isEmpty();
  }

  private static String line(String entry) {
    return ("{" + entry + ", 'reason': 'because'}").replace('\'', '"');
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'detector': 'port-scan'",
        "'detector': '*', 'host': '10.0.0.8'",
        "'detector': '*', 'host': '10.0.1.0/24'",
        "'detector': '*', 'peer': '198.51.101.0/24'",
        "'detector': '*', 'peer': 'up.example.com'",
        "'detector': 'beaconing', 'port': 80",
        "'detector': 'beaconing', 'host': '10.0.0.7', 'peer': '10.0.0.7'"
      })
  void leavesAlertsAloneThatAreNotMeant(String entry) throws IOException {
    Tuned tuned = apply(allowing(line(entry)), BEACON);

    assertThat(tuned.alerts()).containsExactly(BEACON);
    assertThat(tuned.suppressed()).isEmpty();
  }

  @Test
  void judgesAlertsWithoutTargetByAllTheirFlows() throws IOException {
    Alert without = Noise.beacon("a-1", Severity.LOW, "10.0.0.7", "");

    assertThat(apply(allowing(line("'detector': '*', 'peer': '198.51.100.1'")), without).alerts())
        .isEmpty();
    assertThat(apply(allowing(line("'detector': '*', 'peer': '203.0.113.1'")), without).alerts())
        .hasSize(1);
  }

  @Test
  void doesNotApplyWhatExpiredAndSaysSo() throws IOException {
    Tuned tuned =
        apply(allowing("", line("'detector': 'beaconing', 'expires': '2026-11-27'")), BEACON);

    assertThat(tuned.alerts()).containsExactly(BEACON);
    assertThat(tuned.notes())
        .containsExactly("allow.jsonl, line 2: expired on 2026-11-27 and is not applied: because");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"detector\": \"beaconing\"} | \"reason\" is missing",
        "{\"reason\": \"r\", \"host\": \"10.0.0.1\"} | \"detector\" is missing",
        "{\"detector\": \"*\", \"reason\": \"r\"} | allows everything",
        "{\"detector\": \"*\", \"reason\": \"r\", \"hosts\": \"10.0.0.1\"} | has \"hosts\"",
        "{\"detector\": \"x\", \"reason\": \"r\", \"host\": \"10.0.0.1/33\"} | not a network",
        "{\"detector\": \"x\", \"reason\": \"r\", \"peer\": \"a b\"} | a b",
        "{\"detector\": \"x\", \"reason\": \"r\", \"port\": 70000} | not in 0..65535",
        "{\"detector\": \"x\", \"reason\": \"r\", \"port\": \"80\"} | is no number",
        "{\"detector\": \"x\", \"reason\": \"r\", \"expires\": \"soon\"} | is no day",
        "{\"detector\": \"x\", \"reason\": \" \"} | is no text",
        "{\"detector\": \"x\", \"detector\": \"y\", \"reason\": \"r\"} | twice",
        "{\"detector\": \"x\", \"reason\": true} | has a value",
        "{\"detector\": \"x\" | is no JSON",
        "[] | is no JSON object",
        "{\"detector\": \"x\", \"reason\": \"r\"} {} | behind",
        "{\"device\": \"10.0.0.1\", \"kind\": \"toaster\", \"reason\": \"r\"} | no kind of device",
        "{\"device\": \"10.0.0.1\", \"kind\": \"iot\"} | \"reason\" is missing"
      })
  void refusesWhatItDoesNotUnderstand(String line, String complaint) {
    assertThatThrownBy(() -> allowing("# devices", line))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("allow.jsonl: line 2: ")
        .hasMessageContaining(complaint);
  }

  @Test
  void refusesWhatIsNoText() throws IOException {
    Path file = Files.write(folder.resolve("bytes"), "é".getBytes(ISO_8859_1));

    assertThatThrownBy(() -> Tuning.read(Optional.of(file), List.of(), Optional.empty(), TODAY))
        .hasMessageContaining("is no text in UTF-8");
  }

  @Test
  void lowersWhatDevicesDoByNature() throws IOException {
    Tuning tuning =
        allowing("{\"device\": \"10.0.0.0/28\", \"kind\": \"iot\", \"reason\": \"cameras\"}");

    Alert lowered = apply(tuning, BEACON).alerts().getFirst();

    assertThat(lowered.severity()).isEqualTo(Severity.INFO);
    assertThat(lowered.confidenceReason())
        .isEqualTo(
            "because; lowered from low to information, as things of the Internet of Things do so"
                + " by nature (cameras)");
    assertThat(lowered.id()).isEqualTo(BEACON.id());
  }

  @Test
  void lowersNothingElse() throws IOException {
    Tuning tuning = Tuning.read(Optional.empty(), List.of("10.0.0.7=iot"), Optional.empty(), TODAY);
    Alert high = Noise.beacon("a-2", Severity.HIGH, "10.0.0.7", TARGET);
    Alert scan = Noise.scan("a-3", Severity.LOW, "10.0.0.7", 30);
    Alert other = Noise.beacon("a-4", Severity.LOW, "10.0.0.8", TARGET);

    assertThat(apply(tuning, high, scan, other).alerts())
        .containsExactlyInAnyOrder(high, scan, other);
    assertThat(apply(tuning, BEACON).alerts().getFirst().severity()).isEqualTo(Severity.INFO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.7", "10.0.0.7=toaster", "somewhere=iot", "=iot"})
  void refusesDevicesThatItDoesNotUnderstand(String device) {
    assertThatThrownBy(
            () -> Tuning.read(Optional.empty(), List.of(device), Optional.empty(), TODAY))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void believesLessInServersThatManyCall() {
    Map<IpAddress, Integer> callers = new HashMap<>();
    callers.put(IpAddress.parse("198.51.100.1"), 5);
    callers.put(IpAddress.parse("198.51.100.2"), 4);
    Prevalence prevalence = Prevalence.of(10, callers);
    Alert upload = upload(TARGET);
    Alert rare = upload("198.51.100.2:443");

    List<Alert> alerts = Tuning.none().apply(List.of(upload, rare, BEACON), prevalence).alerts();

    assertThat(alerts).contains(rare, BEACON);
    Alert common = alerts.getLast();
    assertThat(common.target()).contains(TARGET);
    assertThat(common.confidence()).isEqualTo(0.4);
    assertThat(common.severity()).isEqualTo(upload.severity());
    assertThat(common.confidenceReason())
        .isEqualTo("because; halved, since 5 of 10 inside hosts call that host here");
  }

  private static Alert upload(String target) {
    return Noise.alert(
        "a-9",
        "exfiltration",
        "Exfiltration",
        Severity.LOW,
        "10.0.0.7",
        target,
        Noise.beaconScore(0.8));
  }

  @Test
  void callsNothingCommonAmongFewHosts() {
    assertThat(Prevalence.of(4, Map.of(IpAddress.parse("198.51.100.1"), 4)).common()).isEmpty();
  }

  @Test
  void changesNothingWithoutKnowledge() {
    List<Alert> alerts = List.of(BEACON, Noise.scan("a-2", Severity.INFO, "10.0.0.7", 30));

    Tuned tuned = Tuning.none().apply(alerts, Prevalence.NONE);

    assertThat(tuned).isEqualTo(new Tuned(alerts, List.of(), List.of(), Prevalence.NONE));
  }
}
