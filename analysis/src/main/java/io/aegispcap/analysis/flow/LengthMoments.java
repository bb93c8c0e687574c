package io.aegispcap.analysis.flow;

/// Count, extremes, mean and deviation of lengths in bytes, exact for whole numbers: sums are kept
/// in 64 bits. Lengths are below 2^31, so that 2^63 bounds the squares of 2 packets at worst and of
/// billions of packets of IP's size.
public final class LengthMoments {
  private long count;
  private long minimum;
  private long maximum;
  private long sum;
  private long squares;

  void add(int length) {
    if (count++ == 0) {
      minimum = length;
      maximum = length;
    } else {
      minimum = Math.min(minimum, length);
      maximum = Math.max(maximum, length);
    }
    sum += length;
    squares += (long) length * length;
  }

  void clear() {
    count = 0;
    minimum = 0;
    maximum = 0;
    sum = 0;
    squares = 0;
  }

  public long count() {
    return count;
  }

  /// Bytes; 0 when there is none, as for all others.
  public long minimum() {
    return minimum;
  }

  public long maximum() {
    return maximum;
  }

  public long sum() {
    return sum;
  }

  public double mean() {
    return count == 0 ? 0 : (double) sum / count;
  }

  /// Sample variance of these and the other lengths together, in square bytes; 0 for fewer than
  /// two.
  public double varianceWith(LengthMoments other) {
    return variance(count + other.count, sum + other.sum, squares + other.squares);
  }

  public double deviation() {
    return Math.sqrt(variance(count, sum, squares));
  }

  private static double variance(long count, long sum, long squares) {
    return count < 2 ? 0 : Math.max(0, (squares - (double) sum * sum / count) / (count - 1));
  }
}
