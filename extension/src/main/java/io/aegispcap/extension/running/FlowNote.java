package io.aegispcap.extension.running;

/// What an analyzer said of a flow.
///
/// @param flow number of the flow, from 0 on, in the order in which flows ended
/// @param name of the feature or annotation
/// @param value the text, or the number as text
public record FlowNote(long flow, String name, String value) {}
