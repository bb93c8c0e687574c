package io.aegispcap.platform.captures.flows;

import io.aegispcap.platform.captures.flows.filter.Fields;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How a list of flows is sorted; flows that are equal in it stand by their first packets.
///
/// @param descending the largest first
public record FlowOrder(By by, boolean descending) {
  public static final FlowOrder DEFAULT = new FlowOrder(By.START, false);

  /// What flows are sorted by.
  public enum By {
    START("\"start\""),
    DURATION(Fields.DURATION),
    SRC("source_ip"),
    SRC_PORT("source_port"),
    DST("destination_ip"),
    DST_PORT("destination_port"),
    PROTO("application"),
    STATE("state"),
    PACKETS(Fields.PACKETS),
    BYTES(Fields.BYTES),
    BYTES_OUT("fwd_ip_bytes"),
    BYTES_IN("bwd_ip_bytes");

    private final String sql;

    By(String sql) {
      this.sql = sql;
    }

    public String slug() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Such as `bytes`, or `-bytes` for the largest first.
  public static Optional<FlowOrder> parse(String text) {
    boolean descending = text.startsWith("-");
    String slug = descending ? text.substring(1) : text;
    return Arrays.stream(By.values())
        .filter(by -> by.slug().equals(slug))
        .map(by -> new FlowOrder(by, descending))
        .findFirst();
  }

  String key() {
    return by.sql;
  }

  String direction() {
    return descending ? " DESC NULLS LAST" : " NULLS LAST";
  }

  @Override
  public String toString() {
    return (descending ? "-" : "") + by.slug();
  }
}
