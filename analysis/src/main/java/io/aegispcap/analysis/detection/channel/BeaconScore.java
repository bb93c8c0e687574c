package io.aegispcap.analysis.detection.channel;

import java.util.Arrays;

/// How much like a beacon a series of connections looks, 0 to 1, by RITA's version 5: 0.25 x
/// (timing + size + duration + histogram).
///
/// Source: github.com/activecm/rita, package `analysis`, version 5.
///
/// @param timing regularity of the gaps between connections
/// @param size regularity of the bytes sent
/// @param duration how much of the capture they span; 0 below six hours
/// @param histogram how evenly they fill the capture's 24 parts
record BeaconScore(double timing, double size, double duration, double histogram) {
  private static final int BINS = 24;
  private static final double SECONDS = 1e9;
  private static final double HOURS = 3600 * SECONDS;
  private static final double LEAST_HOURS = 6;
  private static final double FULL_RUN = 12;
  private static final double SKEW_FLOOR = 10;
  private static final double BIMODAL_BUCKET = 0.05;
  private static final int BIMODAL_BINS = 11;

  /// @param starts times in nanoseconds, ascending, at least 4
  /// @param sizes bytes sent in each connection
  /// @param from first time of the capture
  /// @param to last time of the capture
  static BeaconScore of(long[] starts, long[] sizes, long from, long to) {
    double[] gaps = new double[starts.length - 1];
    for (int i = 0; i < gaps.length; i++) {
      gaps[i] = (starts[i + 1] - starts[i]) / SECONDS;
    }
    double[] bytes = Arrays.stream(sizes).asDoubleStream().toArray();
    int[] bins = bins(starts, from, to);
    return new BeaconScore(
        regularity(gaps), regularity(bytes), duration(starts, from, to), histogram(bins));
  }

  double total() {
    return 0.25 * (timing + size + duration + histogram);
  }

  /// Mean of (1 - |Bowley skewness|) and (median - median absolute deviation) / median.
  static double regularity(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double median = quantile(sorted, 0.5);
    double low = quantile(sorted, 0.25);
    double high = quantile(sorted, 0.75);
    double skew = 0;
    if (high - low >= SKEW_FLOOR && median != low && median != high) {
      skew = (low + high - 2 * median) / (high - low);
    }
    double[] deviations = new double[sorted.length];
    for (int i = 0; i < sorted.length; i++) {
      deviations[i] = Math.abs(sorted[i] - median);
    }
    Arrays.sort(deviations);
    double spread = quantile(deviations, 0.5);
    double evenness = median < 1 ? 0 : Math.max(0, (median - spread) / median);
    return (1 - Math.abs(skew) + evenness) / 2;
  }

  private static double quantile(double[] sorted, double q) {
    double at = q * (sorted.length - 1);
    int below = (int) at;
    double rest = at - below;
    return rest == 0 ? sorted[below] : sorted[below] * (1 - rest) + sorted[below + 1] * rest;
  }

  private static double duration(long[] starts, long from, long to) {
    double span = starts[starts.length - 1] - starts[0];
    if (span < LEAST_HOURS * HOURS) {
      return 0;
    }
    double coverage = span / Math.max(1.0, to - from);
    return Math.min(1, Math.max(coverage, longestRun(starts) / FULL_RUN));
  }

  /// Hours in a row with a connection in each.
  private static int longestRun(long[] starts) {
    int longest = 1;
    int run = 1;
    long last = Math.floorDiv(starts[0], (long) HOURS);
    for (long start : starts) {
      long hour = Math.floorDiv(start, (long) HOURS);
      if (hour != last) {
        run = hour == last + 1 ? run + 1 : 1;
        last = hour;
        longest = Math.max(longest, run);
      }
    }
    return longest;
  }

  private static int[] bins(long[] starts, long from, long to) {
    int[] bins = new int[BINS];
    double width = Math.max(1.0, (to - from) / (double) BINS);
    for (long start : starts) {
      bins[(int) Math.clamp((start - from) / width, 0, BINS - 1)]++;
    }
    return bins;
  }

  private static double histogram(int[] bins) {
    return Math.max(evenness(bins), bimodal(bins));
  }

  /// 1 - coefficient of variation.
  private static double evenness(int[] bins) {
    double mean = Arrays.stream(bins).average().orElseThrow();
    double squares = 0;
    for (int bin : bins) {
      squares += (bin - mean) * (bin - mean);
    }
    return Math.max(0, 1 - Math.sqrt(squares / bins.length) / mean);
  }

  /// The share of filled bins that hold one of the two commonest counts, but for one outlier.
  private static double bimodal(int[] bins) {
    int[] filled = Arrays.stream(bins).filter(bin -> bin > 0).sorted().toArray();
    if (filled.length < BIMODAL_BINS) {
      return 0;
    }
    double width = Math.max(1, Math.ceil(filled[filled.length - 1] * BIMODAL_BUCKET));
    int[] sizes = new int[(int) (filled[filled.length - 1] / width) + 1];
    for (int bin : filled) {
      sizes[(int) (bin / width)]++;
    }
    Arrays.sort(sizes);
    int two = sizes[sizes.length - 1] + (sizes.length > 1 ? sizes[sizes.length - 2] : 0);
    return Math.min(1, two / (double) Math.max(1, filled.length - 1));
  }
}
