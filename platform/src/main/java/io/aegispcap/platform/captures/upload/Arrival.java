package io.aegispcap.platform.captures.upload;

import io.aegispcap.platform.captures.CaptureId;

/// What came of an upload.
///
/// @param known whether its owner had a capture of the same bytes, which this is
public record Arrival(CaptureId capture, boolean known) {}
