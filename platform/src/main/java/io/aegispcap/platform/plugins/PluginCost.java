package io.aegispcap.platform.plugins;

import java.time.Duration;
import java.time.Instant;

/// What a plugin cost in one analysis.
///
/// @param cpu processor time
/// @param peakMemory bytes
/// @param wall how long the analysis waited for its answers, beside other work
public record PluginCost(
    Instant at,
    Duration cpu,
    long peakMemory,
    Duration wall,
    long findings,
    long notes,
    int failures) {}
