package io.aegispcap.platform.site.web;

import io.aegispcap.platform.web.Page;
import io.aegispcap.platform.web.SearchText;
import java.util.List;

/// What was found of all there is.
public record SearchPage(SearchText wanted, List<SearchFindings> found) implements Page {
  public SearchPage {
    found = List.copyOf(found);
  }

  @Override
  public String title() {
    return wanted.isEmpty() ? "Search" : wanted.text() + " · Search";
  }

  @Override
  public String template() {
    return "site/search";
  }

  /// For those who hear the page.
  public String summary() {
    int results = found.stream().mapToInt(each -> each.hits().size()).sum();
    boolean more = found.stream().anyMatch(SearchFindings::more);
    return results + (more ? " of more results" : results == 1 ? " result" : " results");
  }
}
