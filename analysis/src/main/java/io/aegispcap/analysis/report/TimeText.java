package io.aegispcap.analysis.report;

import io.aegispcap.analysis.pipeline.RowBuffer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// Times as ISO 8601 in UTC with nanoseconds, such as `2026-01-31T08:15:00.000000001Z`. Remembers
/// the last second it wrote: neighbouring times mostly share it.
final class TimeText {
  private static final long SECOND = 1_000_000_000L;
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

  private long lastSecond = Long.MIN_VALUE;
  private String lastText = "";

  void append(long nanos, RowBuffer out) {
    long second = Math.floorDiv(nanos, SECOND);
    if (second != lastSecond) {
      lastSecond = second;
      lastText = SECONDS.format(Instant.ofEpochSecond(second));
    }
    long fraction = Math.floorMod(nanos, SECOND);
    out.ascii(lastText).ascii('.');
    for (long unit = SECOND / 10; unit > fraction && unit > 1; unit /= 10) {
      out.ascii('0');
    }
    out.number(fraction).ascii('Z');
  }
}
