package io.aegispcap.analysis.feature;

import io.aegispcap.analysis.flow.Flow;
import java.util.function.ToDoubleFunction;

/// One number about a flow.
///
/// @param name lower case with underscores; CICFlowMeter's where it has the feature
/// @param unit such as `us`, `bytes`, `1/s`; empty for ratios
/// @param definition what it is, in one sentence, with its value where it has no meaning
/// @param source where name and definition come from
/// @param compute always a finite number
public record Feature(
    String name, String unit, String definition, String source, ToDoubleFunction<Flow> compute) {}
