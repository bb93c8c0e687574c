package io.aegispcap.analysis.tuning;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What a device is, and what it therefore does by nature: alerts about that are lowered to
/// information.
public enum DeviceKind {
  /// Calls its maker in an even rhythm, and holds connections open.
  IOT("iot", "things of the Internet of Things", "beaconing", "http-polling", "long-connection"),

  /// A scanner of your own.
  SCANNER(
      "scanner",
      "scanners of your own",
      "port-scan",
      "host-sweep",
      "ping-sweep",
      "slow-scan",
      "stealth-scan",
      "service-probe",
      "scanner-name"),

  /// Hands mail to servers outside.
  MAIL_SERVER("mail-server", "mail servers", "workstation-mail");

  private final String label;
  private final String people;
  private final Set<String> detectors;

  DeviceKind(String label, String people, String... detectors) {
    this.label = label;
    this.people = people;
    this.detectors = Set.of(detectors);
  }

  /// As written in options and files.
  public String label() {
    return label;
  }

  /// In a sentence, in the plural.
  String people() {
    return people;
  }

  boolean does(String detector) {
    return detectors.contains(detector);
  }

  static Optional<DeviceKind> find(String label) {
    String lower = label.toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(kind -> kind.label.equals(lower)).findFirst();
  }

  static List<String> labels() {
    return Arrays.stream(values()).map(DeviceKind::label).toList();
  }
}
