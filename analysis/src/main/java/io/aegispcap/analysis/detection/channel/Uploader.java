package io.aegispcap.analysis.detection.channel;

import io.aegispcap.analysis.detection.tracking.Span;
import java.util.Arrays;

/// One host inside: since when it is known, what it sent out in each of the last 48 hours, and what
/// those outside who came to it fetched.
final class Uploader {
  private static final int KEPT = 48;
  private static final long[] NONE = {};

  private long first = Long.MAX_VALUE;
  private long[] hours = NONE;
  private long[] sent = NONE;
  private boolean forgot;
  private int visitors;
  private long most;
  private long second;
  private long mostHigh;
  private long mostLow;

  /// It sent something, to whomever.
  void seen(long time) {
    first = Math.min(first, time);
  }

  /// Since when it is known; nanoseconds since 1970-01-01T00:00:00Z.
  long first() {
    return first;
  }

  /// One of its services was given up for lack of room: when that began is not known any more.
  void forget() {
    forgot = true;
  }

  boolean forgot() {
    return forgot;
  }

  /// Bytes that went out, as if evenly between two times.
  void sent(long from, long to, long bytes) {
    if (hours.length == 0) {
      hours = new long[KEPT];
      sent = new long[KEPT];
    }
    long last = hour(to);
    long begin = Math.max(hour(from), last - KEPT + 1);
    long share = bytes / (last - begin + 1);
    for (long hour = begin; hour < last; hour++) {
      add(hour, share);
    }
    add(last, bytes - share * (last - begin));
  }

  private static long hour(long time) {
    return Math.floorDiv(time, Span.HOUR) + 1;
  }

  private void add(long hour, long bytes) {
    int index = (int) Math.floorMod(hour, (long) KEPT);
    if (hours[index] < hour) {
      hours[index] = hour;
      sent[index] = 0;
    }
    if (hours[index] == hour) {
      sent[index] += bytes;
    }
  }

  /// Somebody outside came who had not come before.
  void visited() {
    visitors++;
  }

  /// How many came.
  int visitors() {
    return visitors;
  }

  /// What a visitor has fetched by now.
  void fetched(long high, long low, long bytes) {
    if (high == mostHigh && low == mostLow) {
      most = bytes;
    } else if (bytes > most) {
      second = most;
      most = bytes;
      mostHigh = high;
      mostLow = low;
    } else {
      second = Math.max(second, bytes);
    }
  }

  /// What was fetched by the one who fetched most, leaving out the one who fetched so much.
  long mostBut(long bytes) {
    return bytes >= most ? second : most;
  }

  /// The busiest hour against the median of all hours with traffic; 0 when there were fewer than so
  /// many, or it lies outside of a time.
  double jump(int least, Span span) {
    long[] used = Arrays.stream(sent).filter(bytes -> bytes > 0).sorted().toArray();
    if (used.length < least || !inBusiest(span)) {
      return 0;
    }
    return used[used.length - 1] / (double) used[used.length / 2];
  }

  private boolean inBusiest(Span span) {
    int at = busiest();
    return at >= 0 && hour(span.first()) <= hours[at] && hours[at] <= hour(span.last());
  }

  /// Whether bytes are most of what went out in the busiest hour.
  boolean fillsBusiest(long bytes) {
    int at = busiest();
    return at >= 0 && 2 * bytes >= sent[at];
  }

  private int busiest() {
    int at = -1;
    for (int i = 0; i < sent.length; i++) {
      at = at < 0 || sent[i] > sent[at] ? i : at;
    }
    return at;
  }
}
