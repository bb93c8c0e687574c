package io.aegispcap.analysis.detection.evaluation;

/// Flows of one class: rightly named, wrongly named, missed.
public record FlowCounts(long right, long wrong, long missed) {
  static final FlowCounts NONE = new FlowCounts(0, 0, 0);

  FlowCounts plus(FlowCounts other) {
    return new FlowCounts(right + other.right, wrong + other.wrong, missed + other.missed);
  }

  FlowCounts with(boolean is, boolean named) {
    return new FlowCounts(
        right + (is && named ? 1 : 0),
        wrong + (!is && named ? 1 : 0),
        missed + (is && !named ? 1 : 0));
  }

  /// Share of named flows that are rightly named; NaN when none is named.
  public double precision() {
    return right + wrong == 0 ? Double.NaN : right / (double) (right + wrong);
  }

  /// Share of the class's flows that are named; NaN when there are none.
  public double recall() {
    return right + missed == 0 ? Double.NaN : right / (double) (right + missed);
  }
}
