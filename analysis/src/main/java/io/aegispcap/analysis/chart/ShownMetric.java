package io.aegispcap.analysis.chart;

/// What a plugin's metric came to in an analysis.
///
/// @param plugin id
/// @param unit empty for plain numbers
public record ShownMetric(String plugin, String name, String unit, double value) {}
