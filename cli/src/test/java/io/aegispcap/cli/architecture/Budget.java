package io.aegispcap.cli.architecture;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// How many lines things may have: at the median, at the 95th percentile, and at most.
record Budget(String of, int median, int p95, int most) {

  private static final int SHOWN = 12;

  /// A thing with its length in lines.
  record Sized(String name, int lines) {}

  /// What breaks the budget, the longest first; empty when all is well.
  List<String> brokenBy(List<Sized> things) {
    if (things.isEmpty()) {
      return List.of();
    }
    List<Sized> longestFirst =
        things.stream().sorted(Comparator.comparingInt(Sized::lines).reversed()).toList();
    int median = percentile(longestFirst, 50);
    int p95 = percentile(longestFirst, 95);
    int most = longestFirst.getFirst().lines();
    if (median <= this.median && p95 <= this.p95 && most <= this.most) {
      return List.of();
    }
    String summary =
        "%d %s: median %d (budget %d), 95th percentile %d (budget %d), longest %d (budget %d)"
            .formatted(things.size(), of, median, this.median, p95, this.p95, most, this.most);
    return Stream.concat(
            Stream.of(summary),
            longestFirst.stream().limit(SHOWN).map(t -> "%4d %s".formatted(t.lines(), t.name())))
        .toList();
  }

  /// Nearest rank.
  private static int percentile(List<Sized> longestFirst, int percent) {
    int rank = (int) Math.ceil(longestFirst.size() * percent / 100.0);
    return longestFirst.get(longestFirst.size() - rank).lines();
  }
}
