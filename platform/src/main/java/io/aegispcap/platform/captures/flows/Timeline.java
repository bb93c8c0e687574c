package io.aegispcap.platform.captures.flows;

import java.util.List;

/// Bytes over time, by protocol. What a flow sent is spread evenly over its life.
///
/// @param series the largest first
public record Timeline(TimeAxis axis, List<Series> series) {
  public Timeline {
    series = List.copyOf(series);
  }

  /// @param bytes one for each slot
  /// @param flows that began in each slot
  public record Series(String protocol, List<Long> bytes, List<Long> flows) {
    public Series {
      bytes = List.copyOf(bytes);
      flows = List.copyOf(flows);
    }

    public long total() {
      return bytes.stream().mapToLong(Long::longValue).sum();
    }
  }

  /// Bytes of all protocols in a slot.
  public long bytes(int slot) {
    return series.stream().mapToLong(each -> each.bytes().get(slot)).sum();
  }

  public long flows(int slot) {
    return series.stream().mapToLong(each -> each.flows().get(slot)).sum();
  }

  /// The most that a slot has.
  public long peak() {
    long peak = 0;
    for (int slot = 0; slot < axis.slots(); slot++) {
      peak = Math.max(peak, bytes(slot));
    }
    return peak;
  }
}
