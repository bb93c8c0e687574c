package io.aegispcap.platform.captures.flows.filter;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Units of durations, in nanoseconds, and of sizes, in bytes.
record Unit(String symbol, BigDecimal worth) {
  static final List<Unit> DURATIONS =
      List.of(
          of("d", 86_400_000_000_000L),
          of("h", 3_600_000_000_000L),
          of("m", 60_000_000_000L),
          of("min", 60_000_000_000L),
          of("s", 1_000_000_000L),
          of("ms", 1_000_000L),
          of("us", 1_000L),
          of("µs", 1_000L),
          of("ns", 1L));

  /// Decimal ones (IEC 80000-13) and those by 1024.
  static final List<Unit> SIZES =
      List.of(
          of("TB", 1_000_000_000_000L),
          of("GB", 1_000_000_000L),
          of("MB", 1_000_000L),
          of("kB", 1_000L),
          of("B", 1L),
          of("TiB", 1L << 40),
          of("GiB", 1L << 30),
          of("MiB", 1L << 20),
          of("KiB", 1L << 10));

  private static Unit of(String symbol, long worth) {
    return new Unit(symbol, BigDecimal.valueOf(worth));
  }

  static Optional<Unit> named(List<Unit> units, String symbol) {
    String lower = symbol.toLowerCase(Locale.ROOT);
    return units.stream()
        .filter(unit -> unit.symbol.toLowerCase(Locale.ROOT).equals(lower))
        .findFirst();
  }

  static String durationText(BigDecimal nanos) {
    return text(nanos, DURATIONS, "ns");
  }

  static String sizeText(BigDecimal bytes) {
    return text(bytes, SIZES, "B");
  }

  /// In the first unit that needs no fraction, else in the smallest.
  private static String text(BigDecimal value, List<Unit> units, String smallest) {
    Unit best =
        units.stream()
            .filter(unit -> value.signum() != 0 && isWhole(value, unit))
            .findFirst()
            .or(() -> named(units, smallest))
            .orElseThrow();
    return value.divide(best.worth).toPlainString() + best.symbol;
  }

  private static boolean isWhole(BigDecimal value, Unit unit) {
    return value.remainder(unit.worth).signum() == 0;
  }
}
