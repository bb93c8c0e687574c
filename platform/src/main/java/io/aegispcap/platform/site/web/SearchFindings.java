package io.aegispcap.platform.site.web;

import io.aegispcap.platform.web.SearchSource;
import java.util.List;
import java.util.Optional;

/// What one module found.
///
/// @param more whether there is more than is listed
/// @param all where all of it is listed, if there is such a page
public record SearchFindings(
    String kind, String heading, List<SearchSource.Hit> hits, boolean more, Optional<String> all) {
  public SearchFindings {
    hits = List.copyOf(hits);
  }
}
