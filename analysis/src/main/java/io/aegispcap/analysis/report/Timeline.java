package io.aegispcap.analysis.report;

import io.aegispcap.analysis.detection.Alert;
import java.util.ArrayList;
import java.util.List;

/// What happened when, in at most [#MAX_BUCKETS] equal buckets from the first packet on.
///
/// @param start of the first bucket, nanoseconds since 1970; at or before the first packet
/// @param bucketNanos width of a bucket
public record Timeline(long start, long bucketNanos, List<Bucket> buckets) {
  public static final int MAX_BUCKETS = 120;

  public Timeline {
    buckets = List.copyOf(buckets);
  }

  /// @param bytes on the wire
  /// @param flows that began here
  /// @param alerts that were going on here
  public record Bucket(long packets, long bytes, long flows, long alerts) {}

  /// Buckets are a whole number of slots wide, so that nothing is split or estimated.
  static Timeline of(TimeSlots packets, TimeSlots flows, List<Alert> alerts) {
    if (packets.used() == 0) {
      return new Timeline(0, 0, List.of());
    }
    flows.widenTo(packets.shift());
    int width = (packets.used() + MAX_BUCKETS - 1) / MAX_BUCKETS;
    List<Bucket> buckets = new ArrayList<>();
    for (int from = 0; from < packets.used(); from += width) {
      buckets.add(bucket(packets, flows, alerts, packets.base() + from, width));
    }
    return new Timeline(
        packets.base() << packets.shift(), (long) width << packets.shift(), buckets);
  }

  private static Bucket bucket(
      TimeSlots packets, TimeSlots flows, List<Alert> alerts, long from, int width) {
    long count = 0;
    long bytes = 0;
    long began = 0;
    for (long slot = from; slot < from + width; slot++) {
      count += packets.count(slot);
      bytes += packets.sum(slot);
      began += flows.count(slot);
    }
    long start = from << packets.shift();
    long end = from + width << packets.shift();
    long going = alerts.stream().filter(a -> a.firstSeen() < end && a.lastSeen() >= start).count();
    return new Bucket(count, bytes, began, going);
  }
}
