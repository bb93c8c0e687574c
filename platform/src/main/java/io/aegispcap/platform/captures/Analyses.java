package io.aegispcap.platform.captures;

import java.util.Optional;

/// Analyses that came to an end.
public interface Analyses {

  /// The one that was asked for last among those that succeeded. Whether the caller may see the
  /// capture is asked before, of [Captures].
  Optional<Analysis> latest(CaptureId capture);

  Optional<Analysis> find(AnalysisId id);
}
