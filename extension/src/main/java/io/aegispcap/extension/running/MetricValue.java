package io.aegispcap.extension.running;

import io.aegispcap.cage.wire.MetricKind;

/// What a metric came to in a run.
///
/// @param value sum of a counter, last value of a gauge, sum of a histogram's observations
/// @param count how many changes or observations there were
public record MetricValue(String name, MetricKind kind, String unit, double value, long count) {
  MetricValue with(double change) {
    double next = kind == MetricKind.GAUGE ? change : value + change;
    return new MetricValue(name, kind, unit, Double.isFinite(next) ? next : value, count + 1);
  }
}
