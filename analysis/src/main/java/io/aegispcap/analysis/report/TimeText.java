package io.aegispcap.analysis.report;

import io.aegispcap.analysis.pipeline.RowBuffer;
import java.time.LocalDate;

/// Times as ISO 8601 in UTC with nanoseconds, such as `2026-01-31T08:15:00.000000001Z`. Remembers
/// the last day it wrote: neighbouring times mostly share it.
final class TimeText {
  private static final long SECOND = 1_000_000_000L;
  private static final long DAY = 86_400;

  private long lastDay = Long.MIN_VALUE;
  private String lastText = "";

  void append(long nanos, RowBuffer out) {
    long second = Math.floorDiv(nanos, SECOND);
    long day = Math.floorDiv(second, DAY);
    if (day != lastDay) {
      lastDay = day;
      lastText = LocalDate.ofEpochDay(day) + "T";
    }
    int ofDay = (int) (second - day * DAY);
    out.ascii(lastText).padded(ofDay / 3600, 2).ascii(':');
    out.padded(ofDay / 60 % 60, 2).ascii(':').padded(ofDay % 60, 2).ascii('.');
    out.padded((int) Math.floorMod(nanos, SECOND), 9).ascii('Z');
  }
}
