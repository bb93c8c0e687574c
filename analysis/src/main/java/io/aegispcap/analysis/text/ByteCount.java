package io.aegispcap.analysis.text;

import java.util.Locale;

/// Numbers of bytes as people read them.
public final class ByteCount {
  private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB", "PB", "EB"};

  private ByteCount() {}

  /// In powers of 1,000, such as `1.6 MB`.
  public static String of(long bytes) {
    return of((double) bytes);
  }

  /// As [#of(long)], of a sum or a share.
  public static String of(double bytes) {
    double scaled = bytes;
    int unit = 0;
    while (Math.abs(scaled) >= 999.5 && unit < UNITS.length - 1) {
      scaled /= 1000;
      unit++;
    }
    String form = unit == 0 || Math.abs(scaled) >= 99.95 ? "%.0f %s" : "%.1f %s";
    return String.format(Locale.ROOT, form, scaled, UNITS[unit]);
  }
}
