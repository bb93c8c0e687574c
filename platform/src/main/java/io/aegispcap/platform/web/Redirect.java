package io.aegispcap.platform.web;

/// Sends the browser on with a GET, so that a reload repeats nothing.
///
/// @param path here
public record Redirect(String path) implements Reply {}
