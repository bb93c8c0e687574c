package io.aegispcap.analysis.tuning;

import io.aegispcap.analysis.detection.Alert;
import io.aegispcap.analysis.detection.AlertBook;
import io.aegispcap.analysis.detection.AlertHosts;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.analysis.incident.Stage;
import io.aegispcap.capture.packet.IpAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What is known of a network. Alerts that are allowed, or usual by a calibration, are left out;
/// what a device does by nature is lowered to information unless it is of high severity; calls to
/// hosts that at least half of the inside hosts call get half the confidence.
public final class Tuning {
  private static final double COMMON = 0.5;

  /// Compares how rare what it finds is itself.
  private static final String BEACONING = "beaconing";

  private static final Tuning NONE = new Tuning(List.of(), Optional.empty(), LocalDate.EPOCH);

  private final List<Allowance> allowances;
  private final List<Device> devices;
  private final Optional<Calibration> calibration;
  private final LocalDate today;

  private Tuning(List<Entry> entries, Optional<Calibration> calibration, LocalDate today) {
    this.allowances = all(entries, Allowance.class);
    this.devices = all(entries, Device.class);
    this.calibration = calibration;
    this.today = today;
  }

  private static <T extends Entry> List<T> all(List<Entry> entries, Class<T> kind) {
    return entries.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /// Nothing is known.
  public static Tuning none() {
    return NONE;
  }

  /// @param allowList a file, see [AllowList]
  /// @param devices such as `10.0.0.7=iot`
  /// @param calibration a file that [CalibrationFile] wrote
  /// @param today what has expired is judged by it
  /// @throws IOException when a file can't be read or says something that can't be
  /// @throws IllegalArgumentException when a device says something that can't be
  public static Tuning read(
      Optional<Path> allowList, List<String> devices, Optional<Path> calibration, LocalDate today)
      throws IOException {
    List<Entry> entries = new ArrayList<>();
    if (allowList.isPresent()) {
      entries.addAll(AllowList.read(allowList.get()));
    }
    devices.forEach(device -> entries.add(Device.of(device)));
    Optional<Calibration> read =
        calibration.isPresent()
            ? Optional.of(CalibrationFile.read(calibration.get()))
            : Optional.empty();
    return new Tuning(entries, read, today);
  }

  /// @param entries of an allow-list
  /// @param today what has expired is judged by it
  public static Tuning of(List<Entry> entries, Optional<Calibration> calibration, LocalDate today) {
    return new Tuning(entries, calibration, today);
  }

  /// @param alerts of a run
  /// @param prevalence in the same run
  public Tuned apply(List<Alert> alerts, Prevalence prevalence) {
    List<Alert> left = new ArrayList<>();
    List<Suppressed> suppressed = new ArrayList<>();
    for (Alert alert : alerts) {
      Optional<Suppressed> reason = allowed(alert).or(() -> usual(alert));
      if (reason.isPresent()) {
        suppressed.add(reason.get());
      } else {
        left.add(common(byNature(alert), prevalence));
      }
    }
    left.sort(AlertBook.ORDER);
    return new Tuned(left, suppressed, notes(alerts), prevalence);
  }

  private Optional<Suppressed> allowed(Alert alert) {
    return allowances.stream()
        .filter(allowance -> !allowance.expired(today) && allowance.covers(alert))
        .findFirst()
        .map(
            allowance ->
                new Suppressed(
                    alert,
                    Suppressed.By.ALLOW_LIST,
                    allowance.reason() + " (" + allowance.source() + ")"));
  }

  private Optional<Suppressed> usual(Alert alert) {
    return calibration
        .flatMap(known -> known.holding(alert))
        .map(
            threshold ->
                new Suppressed(
                    alert,
                    Suppressed.By.CALIBRATION,
                    "usual in this network: "
                        + threshold.measure()
                        + " up to "
                        + number(threshold.network())
                        + unit(threshold)));
  }

  private Alert byNature(Alert alert) {
    Optional<IpAddress> host = AlertHosts.subject(alert);
    boolean mild =
        alert.severity().compareTo(Severity.INFO) > 0
            && alert.severity().compareTo(Severity.HIGH) < 0;
    if (!mild || host.isEmpty()) {
      return alert;
    }
    return devices.stream()
        .filter(
            device ->
                device.kind().does(alert.detector().id())
                    && device.host().holds(host, Optional.empty()))
        .findFirst()
        .map(device -> lowered(alert, device))
        .orElse(alert);
  }

  private static Alert lowered(Alert alert, Device device) {
    String reason =
        "; lowered from "
            + alert.severity().label()
            + " to information, as "
            + device.kind().people()
            + " do so by nature"
            + device.reason().map(why -> " (" + why + ")").orElse("");
    return alert.with(Severity.INFO, alert.confidence(), alert.confidenceReason() + reason);
  }

  private Alert common(Alert alert, Prevalence prevalence) {
    Stage stage = Stage.of(alert.detector().technique());
    Optional<IpAddress> target = AlertHosts.target(alert);
    if (target.isEmpty() || stage != Stage.COMMAND_AND_CONTROL && stage != Stage.EXFILTRATION) {
      return alert;
    }
    Prevalence usual = calibration.map(Calibration::prevalence).orElse(Prevalence.NONE);
    Optional<String> reason = common(target.get(), usual, "in calm times");
    if (reason.isEmpty() && !alert.detector().id().equals(BEACONING)) {
      reason = common(target.get(), prevalence, "here");
    }
    return reason
        .map(
            why ->
                alert.with(
                    alert.severity(),
                    alert.confidence() * COMMON,
                    alert.confidenceReason() + "; halved, since " + why))
        .orElse(alert);
  }

  private static Optional<String> common(IpAddress target, Prevalence prevalence, String when) {
    return Optional.ofNullable(prevalence.common().get(target))
        .map(
            callers ->
                callers + " of " + prevalence.hosts() + " inside hosts call that host " + when);
  }

  private List<String> notes(List<Alert> alerts) {
    List<String> notes = new ArrayList<>();
    for (Allowance allowance : allowances) {
      if (allowance.expired(today)) {
        notes.add(
            allowance.source()
                + ": expired on "
                + allowance.expires().orElseThrow()
                + " and is not applied: "
                + allowance.reason());
      }
    }
    calibration.ifPresent(known -> notes.addAll(notes(known, alerts)));
    return notes;
  }

  private static List<String> notes(Calibration calibration, List<Alert> alerts) {
    List<String> notes = new ArrayList<>();
    for (Threshold threshold : calibration.thresholds()) {
      boolean other =
          alerts.stream()
              .anyMatch(
                  alert ->
                      alert.detector().id().equals(threshold.detector())
                          && !alert.detector().version().equals(threshold.version()));
      if (other) {
        notes.add(
            "calibration: "
                + threshold.detector()
                + " is of another version than "
                + threshold.version()
                + ": its threshold is not applied; calibrate again");
      } else if (threshold.moved()) {
        notes.add("calibration: " + moved(threshold));
      }
    }
    return notes;
  }

  /// Such as `port-scan moved from 25 to more than 62 (distinct ports)`.
  public static String moved(Threshold threshold) {
    return threshold.detector()
        + " moved from "
        + number(threshold.builtIn())
        + " to more than "
        + number(threshold.network())
        + unit(threshold)
        + " ("
        + threshold.measure()
        + ")";
  }

  private static String unit(Threshold threshold) {
    return threshold.unit().isEmpty() || threshold.measure().endsWith(threshold.unit())
        ? ""
        : " " + threshold.unit();
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.format(Locale.ROOT, "%,d", (long) value)
        : String.format(Locale.ROOT, "%.3g", value);
  }
}
