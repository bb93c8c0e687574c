package io.aegispcap.analysis.tuning;

import io.aegispcap.analysis.detection.Alert;
import io.aegispcap.analysis.detection.AlertHosts;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.capture.packet.IpAddress;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What somebody allowed: alerts of a detector about some host and its peer are left out, for a
/// reason.
///
/// @param source where it stands, such as `allow.jsonl, line 3`
/// @param detector its id; empty for all
/// @param host the alert's subject
/// @param peer its target
/// @param port at the target
/// @param expires the last day on which it is applied
public record Allowance(
    String source,
    Optional<String> detector,
    Optional<Place> host,
    Optional<Place> peer,
    OptionalInt port,
    String reason,
    Optional<LocalDate> expires)
    implements Entry {
  private static final Pattern DETECTOR = Pattern.compile("[a-z0-9]+([-/.][a-z0-9-]+)*");

  /// A domain alone, or in brackets at the end.
  private static final Pattern NAME =
      Pattern.compile("(?:.* \\()?([A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)+)\\)?");

  /// @throws IllegalArgumentException when it says something that can't be
  static Allowance of(String source, Fields fields) {
    fields.knowing("detector", "host", "peer", "port", "reason", "expires");
    String detector = fields.needed("detector");
    if (!detector.equals("*") && !DETECTOR.matcher(detector).matches()) {
      throw new IllegalArgumentException("\"" + detector + "\" is no detector's id, nor *");
    }
    Allowance allowance =
        new Allowance(
            source,
            detector.equals("*") ? Optional.empty() : Optional.of(detector),
            fields.text("host").map(Place::network),
            fields.text("peer").map(Place::of),
            fields.has("port") ? OptionalInt.of(port(fields)) : OptionalInt.empty(),
            fields.needed("reason"),
            fields.text("expires").map(Allowance::day));
    if (allowance.detector.isEmpty() && allowance.host.isEmpty() && allowance.peer.isEmpty()) {
      throw new IllegalArgumentException("allows everything: name a detector, a host or a peer");
    }
    return allowance;
  }

  private static int port(Fields fields) {
    double port = fields.number("port");
    if (port != Math.rint(port) || port < 0 || port > 65_535) {
      throw new IllegalArgumentException("\"port\" is not in 0..65535");
    }
    return (int) port;
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException noDay) {
      throw new IllegalArgumentException("\"expires\" is no day: write it as 2027-01-31", noDay);
    }
  }

  @Override
  public boolean expired(LocalDate day) {
    return expires.filter(day::isAfter).isPresent();
  }

  @Override
  public String line() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("detector", detector.orElse("*"));
    host.ifPresent(place -> values.put("host", place.text()));
    peer.ifPresent(place -> values.put("peer", place.text()));
    port.ifPresent(number -> values.put("port", number));
    values.put("reason", reason);
    expires.ifPresent(day -> values.put("expires", day.toString()));
    return Fields.line(values);
  }

  boolean covers(Alert alert) {
    return detector.filter(id -> !id.equals(alert.detector().id())).isEmpty()
        && host.filter(place -> !place.holds(AlertHosts.subject(alert), Optional.empty())).isEmpty()
        && peer.filter(place -> !at(place, alert)).isEmpty()
        && (port.isEmpty() || all(alert, flow -> flow.destinationPort() == port.getAsInt()));
  }

  /// By the target the alert names; without one, by all its flows.
  private static boolean at(Place place, Alert alert) {
    if (alert.target().isPresent()) {
      Optional<IpAddress> address = AlertHosts.target(alert);
      Matcher name = NAME.matcher(alert.target().get());
      Optional<String> domain = name.matches() ? Optional.of(name.group(1)) : Optional.empty();
      if (place.holds(address, domain)) {
        return true;
      }
      if (address.isPresent() || domain.isPresent()) {
        return false;
      }
    }
    return all(alert, flow -> place.holds(Optional.of(flow.destination()), Optional.empty()));
  }

  /// Of all its flows, which are all listed.
  private static boolean all(Alert alert, Predicate<FlowKey> holds) {
    List<FlowKey> flows = alert.evidence().flows();
    return !flows.isEmpty()
        && flows.size() == alert.evidence().totalFlows()
        && flows.stream().allMatch(holds);
  }
}
