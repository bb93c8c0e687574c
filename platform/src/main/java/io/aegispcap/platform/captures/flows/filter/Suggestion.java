package io.aegispcap.platform.captures.flows.filter;

/// What may be written next.
///
/// @param text to put there
/// @param meaning for people; may be empty
public record Suggestion(String text, String meaning) {}
