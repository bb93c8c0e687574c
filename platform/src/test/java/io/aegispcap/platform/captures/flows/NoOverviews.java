package io.aegispcap.platform.captures.flows;

import io.aegispcap.platform.blobs.BlobId;
import io.aegispcap.platform.captures.AnalysisId;
import java.util.List;
import java.util.Optional;

/// Nothing was worked out beforehand, so that each question is asked.
final class NoOverviews implements Overviews {
  @Override
  public void put(AnalysisId analysis, Overview overview) {
    throw new AssertionError("nothing is kept here");
  }

  @Override
  public Optional<Traffic> traffic(BlobId flows) {
    return Optional.empty();
  }

  @Override
  public Optional<List<Host>> hosts(BlobId flows) {
    return Optional.empty();
  }

  @Override
  public Optional<List<SeenName>> names(BlobId flows) {
    return Optional.empty();
  }

  @Override
  public Optional<List<SeenFile>> files(BlobId flows) {
    return Optional.empty();
  }
}
