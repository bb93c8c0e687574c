package io.aegispcap.analysis.tuning;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A host, or all of a network, of a kind.
///
/// @param host an address or a block
/// @param reason why somebody says so
public record Device(Place host, DeviceKind kind, Optional<String> reason) implements Entry {

  /// @param text such as `10.0.0.7=iot`
  /// @throws IllegalArgumentException when it is something else
  static Device of(String text) {
    int sign = text.lastIndexOf('=');
    if (sign < 0) {
      throw new IllegalArgumentException("\"" + text + "\" is not like 10.0.0.7=iot");
    }
    return new Device(
        Place.network(text.substring(0, sign)), kind(text.substring(sign + 1)), Optional.empty());
  }

  /// @throws IllegalArgumentException when it says something that can't be
  static Device of(Fields fields) {
    fields.knowing("device", "kind", "reason");
    return new Device(
        Place.network(fields.needed("device")),
        kind(fields.needed("kind")),
        Optional.of(fields.needed("reason")));
  }

  @Override
  public String line() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("device", host.text());
    values.put("kind", kind.label());
    reason.ifPresent(why -> values.put("reason", why));
    return Fields.line(values);
  }

  @Override
  public boolean expired(LocalDate day) {
    return false;
  }

  private static DeviceKind kind(String label) {
    return DeviceKind.find(label)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "\""
                        + label
                        + "\" is no kind of device: "
                        + String.join(", ", DeviceKind.labels())));
  }
}
