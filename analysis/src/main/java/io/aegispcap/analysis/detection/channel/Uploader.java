package io.aegispcap.analysis.detection.channel;

import io.aegispcap.analysis.detection.tracking.Span;
import java.util.Arrays;

/// What a host sent out in each of the last 48 hours.
final class Uploader {
  private static final int KEPT = 48;

  private final long[] hours = new long[KEPT];
  private final long[] sent = new long[KEPT];

  void sent(long time, long bytes) {
    long hour = Math.floorDiv(time, Span.HOUR) + 1;
    int index = (int) Math.floorMod(hour, (long) KEPT);
    if (hours[index] < hour) {
      hours[index] = hour;
      sent[index] = 0;
    }
    sent[index] += bytes;
  }

  /// The busiest hour against the median of all hours with traffic; 0 when there were fewer than so
  /// many.
  double jump(int least) {
    long[] used = Arrays.stream(sent).filter(bytes -> bytes > 0).sorted().toArray();
    if (used.length < least) {
      return 0;
    }
    return used[used.length - 1] / (double) used[used.length / 2];
  }
}
