package io.aegispcap.plugin;

/// What a model says of a flow, or that an indicator of threat intelligence matched it.
///
/// @param source model or feed
/// @param label what it says
/// @param score 0 to 1
public record Prediction(String source, String label, double score) {}
