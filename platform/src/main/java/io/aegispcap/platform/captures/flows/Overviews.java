package io.aegispcap.platform.captures.flows;

import io.aegispcap.platform.blobs.BlobId;
import io.aegispcap.platform.captures.AnalysisId;
import java.util.List;
import java.util.Optional;

/// What was worked out with each analysis. Empty where nothing was, as before a version of ours
/// that does.
public interface Overviews {

  void put(AnalysisId analysis, Overview overview);

  Optional<Traffic> traffic(BlobId flows);

  Optional<List<Host>> hosts(BlobId flows);

  Optional<List<SeenName>> names(BlobId flows);

  Optional<List<SeenFile>> files(BlobId flows);
}
