package io.aegispcap.analysis.chart;

import io.aegispcap.plugin.Chart;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Sums by group, of so many groups at most: what comes later falls into one group for all others.
final class Tally {
  private static final int MAX_GROUPS = 1 << 16;
  private static final String OTHERS = "all others";
  private static final Comparator<ChartAnswer.Group> LARGEST_FIRST =
      Comparator.comparingDouble(ChartAnswer.Group::value)
          .reversed()
          .thenComparing(ChartAnswer.Group::name);

  private final Map<String, double[]> sums = new HashMap<>();

  void add(String group, double value) {
    String name = group.isEmpty() ? "none" : group;
    double[] sum = sums.get(name);
    if (sum == null) {
      sum = sums.computeIfAbsent(sums.size() < MAX_GROUPS ? name : OTHERS, _ -> new double[1]);
    }
    double next = sum[0] + value;
    sum[0] = Double.isFinite(next) ? next : sum[0];
  }

  long groups() {
    return sums.size();
  }

  /// The largest groups; of a line in the order of their names, by number where these are numbers.
  List<ChartAnswer.Group> shown(Chart.Shape shape, int limit) {
    List<ChartAnswer.Group> groups = new ArrayList<>();
    sums.forEach((name, sum) -> groups.add(new ChartAnswer.Group(name, sum[0])));
    groups.sort(LARGEST_FIRST);
    List<ChartAnswer.Group> largest =
        new ArrayList<>(groups.subList(0, Math.min(limit, groups.size())));
    if (shape == Chart.Shape.LINE) {
      boolean numbers = largest.stream().allMatch(group -> group.name().matches("\\d{1,15}"));
      largest.sort(
          numbers
              ? Comparator.comparingLong(group -> Long.parseLong(group.name()))
              : Comparator.comparing(ChartAnswer.Group::name));
    }
    return largest;
  }
}
