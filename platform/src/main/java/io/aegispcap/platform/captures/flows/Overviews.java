package io.aegispcap.platform.captures.flows;

import io.aegispcap.platform.blobs.BlobId;
import io.aegispcap.platform.captures.AnalysisId;
import java.util.Optional;

/// Traffic without a filter, as it was worked out with each analysis.
public interface Overviews {

  void put(AnalysisId analysis, Traffic traffic);

  /// @param flows of an analysis; empty when nothing was worked out with it
  Optional<Traffic> find(BlobId flows);
}
