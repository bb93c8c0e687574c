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
  IOT("iot", "things of the Internet of Things"),

  /// A scanner of your own.
  SCANNER("scanner", "scanners of your own"),

  /// Hands mail to servers outside.
  MAIL_SERVER("mail-server", "mail servers");

  private static final Set<String> CALLS = Set.of("beaconing", "http-polling", "long-connection");
  private static final Set<String> SCANS =
      Set.of(
          "port-scan",
          "host-sweep",
          "ping-sweep",
          "slow-scan",
          "stealth-scan",
          "service-probe",
          "scanner-name");
  private static final Set<String> MAILS = Set.of("workstation-mail");

  private final String label;
  private final String people;

  DeviceKind(String label, String people) {
    this.label = label;
    this.people = people;
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
    return switch (this) {
      case IOT -> CALLS.contains(detector);
      case SCANNER -> SCANS.contains(detector);
      case MAIL_SERVER -> MAILS.contains(detector);
    };
  }

  static Optional<DeviceKind> find(String label) {
    String lower = label.toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(kind -> kind.label.equals(lower)).findFirst();
  }

  public static List<String> labels() {
    return Arrays.stream(values()).map(DeviceKind::label).toList();
  }
}
