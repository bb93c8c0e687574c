package io.aegispcap.platform.captures.library;

import io.aegispcap.platform.captures.Capture;
import io.aegispcap.platform.captures.run.AnalysisRun;
import java.util.Optional;

/// A capture in a list.
///
/// @param last the analysis that was asked for last
/// @param done the one among those that succeeded that was asked for last
public record CaptureEntry(
    Capture capture, Optional<AnalysisRun> last, Optional<AnalysisRun> done) {}
