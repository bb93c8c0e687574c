package io.aegispcap.analysis.detection.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aegispcap.analysis.detection.Alert;
import io.aegispcap.analysis.detection.DetectionOptions;
import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorInfo;
import io.aegispcap.analysis.detection.Evidence;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.analysis.detection.catalogue.Detectors;
import io.aegispcap.capture.packet.ArpMessage;
import io.aegispcap.capture.packet.FrameId;
import io.aegispcap.capture.packet.IpAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlertTimesTests {
  private static final long SECOND = 1_000_000_000L;

  private static Alert alert(String detector, Severity severity, long first, long last) {
    DetectorInfo info =
        Detectors.all(DetectionOptions.usual()).stream()
            .map(Detector::info)
            .filter(known -> known.id().equals(detector))
            .findFirst()
            .orElseThrow();
    return new Alert(
        "a-" + first + "-" + last,
        info,
        "10.0.0.5",
        Optional.empty(),
        List.of("10.0.0.5 did it"),
        severity,
        0.5,
        "made up",
        first * SECOND,
        last * SECOND,
        1,
        List.of(),
        new Evidence(List.of(FrameId.of(0, 1)), 1, List.of(), 0));
  }

  private static CaptureScore harmless(String path, double seconds, int hosts, Severity... alerts) {
    return new CaptureScore(
        new LabelledCapture(path, "benign", "family", LabelRule.parse("ALL:benign"), Half.CHOSEN),
        List.of(alerts).stream().map(severity -> alert("port-scan", severity, 1, 2)).toList(),
        seconds,
        hosts,
        false,
        Map.of(),
        Optional.empty(),
        Optional.empty());
  }

  private static final List<CaptureScore> HARMLESS =
      List.of(
          harmless("home/a.pcap", 43_200, 10, Severity.LOW, Severity.MEDIUM, Severity.INFO),
          harmless("home/b.pcap", 8_640, 50),
          harmless("home/short.pcap", 59, 10, Severity.LOW),
          harmless("office/c.pcap", 86_400, 100, Severity.LOW),
          harmless("street/d.pcap", 86_400, 0, Severity.HIGH));

  /// 10 hosts for half a day and 50 for a tenth are 10 host days: 2 alerts in them are 200 a day
  /// and 1,000 hosts.
  @Test
  void dividesAlertsByHostsInsideAndDays() {
    Map<String, AlertRates.Row> rows = AlertRates.rows(HARMLESS);
    AlertRates.Row home = rows.get("home");
    assertThat(home.captures()).isEqualTo(2);
    assertThat(home.hostDays()).isCloseTo(10, within(1e-9));
    assertThat(home.low()).isEqualTo(2);
    assertThat(home.medium()).isEqualTo(1);
    assertThat(home.rate(home.low())).isCloseTo(200, within(1e-9));
    assertThat(home.left()).isEqualTo(1);
    assertThat(home.alertsLeft()).isEqualTo(1);
    assertThat(rows.get("office").rate(1)).isCloseTo(10, within(1e-9));
    assertThat(rows.get("street").rate(1)).isNaN();
  }

  @Test
  void tellsRatesByEnvironmentAndInAll() {
    assertThat(AlertRates.page(HARMLESS))
        .contains("| `home` | 2 | 10.00 | 2 | 200 | 1 | 100 | 1 | 1 |\n")
        .contains("| `street` | 0 | 0.00 | 0 | - | 0 | - | 1 | 1 |\n")
        .contains("| all | 3 | 110.00 | 3 | 27 | 1 | 9 | 2 | 2 |\n");
  }

  /// A host has an address of each kind.
  @Test
  void countsAHostOnce() {
    InsideHosts hosts = new InsideHosts();
    for (String address : List.of("fe80::1", "fe80::2", "8.8.8.8", "2001:db8::1")) {
      IpAddress ip = IpAddress.parse(address);
      hosts.sent(ip.high(), ip.low());
    }
    assertThat(hosts.count()).isEqualTo(2);
    IpAddress four = IpAddress.parse("192.168.0.7");
    hosts.sent(four.high(), four.low());
    hosts.sent(four.high(), four.low());
    assertThat(hosts.count()).isEqualTo(1);
  }

  private static FlowRecorder beginningAt(long second) {
    FlowRecorder recorder = new FlowRecorder();
    IpAddress ip = IpAddress.parse("10.0.0.5");
    recorder.link(new ArpMessage(1, second * SECOND, -1, false, 5, ip, ip));
    return recorder;
  }

  private static Optional<FirstAlert> first(Alert... alerts) {
    LabelledCapture capture =
        new LabelledCapture(
            "x.pcap", "scan", "family", LabelRule.parse("CAPTURE:scan"), Half.CHOSEN);
    return FirstAlert.of(capture, List.of(alerts), beginningAt(100));
  }

  @Test
  void takesTheAlertOfTheClassThatIsCompleteFirst() {
    assertThat(
            first(
                alert("port-scan", Severity.LOW, 101, 190),
                alert("host-sweep", Severity.LOW, 130, 150),
                alert("beaconing", Severity.HIGH, 101, 102)))
        .contains(new FirstAlert(30, 50));
  }

  @Test
  void leavesOutWhatWasCompleteBeforeItBegan() {
    assertThat(first(alert("port-scan", Severity.LOW, 10, 99))).isEmpty();
    assertThat(first(alert("port-scan", Severity.LOW, 99, 103))).contains(new FirstAlert(0, 3));
  }

  private static FirstAlert after(double complete) {
    return new FirstAlert(complete / 2, complete);
  }

  @Test
  void takesQuantilesByNearestRank() {
    List<FirstAlert> ten =
        List.of(
            after(10),
            after(9),
            after(8),
            after(7),
            after(6),
            after(5),
            after(4),
            after(3),
            after(2),
            after(100));
    assertThat(AlertDelays.quantile(ten, FirstAlert::complete, 0.5)).isEqualTo(6);
    assertThat(AlertDelays.quantile(ten, FirstAlert::complete, 0.9)).isEqualTo(10);
    assertThat(AlertDelays.quantile(List.of(after(7)), FirstAlert::complete, 0.9)).isEqualTo(7);
  }

  @Test
  void tellsDelaysByClass() {
    CaptureScore found =
        new CaptureScore(
            new LabelledCapture("x", "scan", "f", LabelRule.parse("ALL:scan"), Half.CHOSEN),
            List.of(),
            60,
            1,
            true,
            Map.of(),
            Optional.of(new FirstAlert(1.25, 12)),
            Optional.empty());
    assertThat(AlertDelays.page(List.of(found, HARMLESS.getFirst())))
        .contains("| scan | 1 | 1.3 s | 12.0 s | 12.0 s |\n");
  }
}
