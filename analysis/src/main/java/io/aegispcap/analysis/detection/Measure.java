package io.aegispcap.analysis.detection;

/// A number that was measured, against the threshold it passed.
///
/// @param name what was measured, such as `distinct ports`
/// @param value as measured
/// @param threshold the value from which on it counts; NaN when there is none
/// @param unit such as `ports`, `1/min`; empty for plain numbers
public record Measure(String name, double value, double threshold, String unit) {}
