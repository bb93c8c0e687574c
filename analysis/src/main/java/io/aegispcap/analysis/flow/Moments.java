package io.aegispcap.analysis.flow;

/// Count, extremes, mean and deviation of a sequence of numbers, updated one by one in constant
/// memory. Source: Welford 1962; merging: Chan, Golub, LeVeque 1979.
public final class Moments {
  private long count;
  private double minimum;
  private double maximum;
  private double mean;
  private double squares;
  private double sum;

  public void add(double value) {
    if (count++ == 0) {
      minimum = value;
      maximum = value;
    } else if (value < minimum) {
      minimum = value;
    } else if (value > maximum) {
      maximum = value;
    }
    sum += value;
    double difference = value - mean;
    mean += difference / count;
    squares += difference * (value - mean);
  }

  public void clear() {
    count = 0;
    minimum = 0;
    maximum = 0;
    mean = 0;
    squares = 0;
    sum = 0;
  }

  public long count() {
    return count;
  }

  /// 0 when nothing was added; so are all others.
  public double minimum() {
    return minimum;
  }

  public double maximum() {
    return maximum;
  }

  public double sum() {
    return sum;
  }

  public double mean() {
    return count == 0 ? 0 : sum / count;
  }

  /// Sample variance (divided by count - 1); 0 for fewer than two values.
  public double variance() {
    return count < 2 ? 0 : Math.max(0, squares / (count - 1));
  }

  public double deviation() {
    return Math.sqrt(variance());
  }
}
