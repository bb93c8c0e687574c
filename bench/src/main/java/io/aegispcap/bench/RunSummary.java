package io.aegispcap.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/// All completed runs of one program on one capture, at least one.
record RunSummary(List<MeasuredRun.Completed> runs) {
  RunSummary {
    runs = List.copyOf(runs);
  }

  /// Wall seconds: the middle run, or the mean of the two in the middle.
  double median() {
    return median(MeasuredRun.Completed::seconds);
  }

  double fastest() {
    return sorted(MeasuredRun.Completed::seconds)[0];
  }

  double slowest() {
    return sorted(MeasuredRun.Completed::seconds)[runs.size() - 1];
  }

  double medianCpu() {
    return median(MeasuredRun.Completed::cpuSeconds);
  }

  /// The most of all runs, in MiB.
  double residentMib() {
    return sorted(MeasuredRun.Completed::residentKib)[runs.size() - 1] / 1024;
  }

  /// Megabytes (10^6 bytes) written in the first run.
  double outputMegabytes() {
    return runs.getFirst().outputBytes() / 1e6;
  }

  private double median(ToDoubleFunction<MeasuredRun.Completed> value) {
    double[] sorted = sorted(value);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private double[] sorted(ToDoubleFunction<MeasuredRun.Completed> value) {
    return runs.stream().mapToDouble(value).sorted().toArray();
  }
}
