package io.aegispcap.analysis.detection;

import io.aegispcap.capture.packet.IpAddress;
import java.util.Optional;

/// The addresses that an alert names.
public final class AlertHosts {
  private AlertHosts() {}

  public static Optional<IpAddress> subject(Alert alert) {
    return address(alert.subject());
  }

  public static Optional<IpAddress> target(Alert alert) {
    return alert.target().flatMap(AlertHosts::address);
  }

  /// Reads an address at the beginning: `192.0.2.1`, `192.0.2.1:22`, `[2001:db8::1]:22`, each with
  /// words behind it or not.
  public static Optional<IpAddress> address(String text) {
    int space = text.indexOf(' ');
    String first = space < 0 ? text : text.substring(0, space);
    if (first.startsWith("[") && first.indexOf(']') > 0) {
      first = first.substring(1, first.indexOf(']'));
    } else if (first.indexOf(':') == first.lastIndexOf(':') && first.indexOf(':') > 0) {
      first = first.substring(0, first.indexOf(':'));
    }
    try {
      return Optional.of(IpAddress.parse(first));
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }
}
