package io.aegispcap.platform.site.web;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.access.Requires;
import io.aegispcap.platform.web.Reply;
import io.aegispcap.platform.web.SearchText;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The search over everything.
@Controller
class SearchController {
  private static final int SHOWN = 8;

  private final SearchEverything search;

  SearchController(SearchEverything search) {
    this.search = search;
  }

  @GetMapping("/search")
  @Requires(Permission.VISIT)
  Reply search(Caller caller, @RequestParam(defaultValue = "") String q) {
    SearchText wanted = new SearchText(q);
    return new SearchPage(wanted, search.find(wanted, caller, SHOWN));
  }
}
