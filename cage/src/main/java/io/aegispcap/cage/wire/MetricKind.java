package io.aegispcap.cage.wire;

/// What a metric counts.
public enum MetricKind {
  COUNTER,
  GAUGE,
  HISTOGRAM
}
