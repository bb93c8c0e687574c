package io.aegispcap.platform.site.web;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.access.Requires;
import io.aegispcap.platform.web.ProblemException;
import io.aegispcap.platform.web.ProblemType;
import io.aegispcap.platform.web.SearchText;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The search over everything, for programs.
@RestController
class SearchApi {
  private static final int MOST = 50;

  private final SearchEverything search;

  SearchApi(SearchEverything search) {
    this.search = search;
  }

  /// Something that was found.
  record Result(
      @Schema(description = "What it is, in the plural", example = "captures") String kind,
      @Schema(description = "What it is called", example = "dns-tunnel.pcap") String title,
      @Schema(description = "What tells it from others; may be empty", example = "office, dns")
          String detail,
      @Schema(description = "Where people look at it", example = "/captures/0198") String path) {}

  /// @param next always null: what is wanted more of has a list of its own
  record Results(List<Result> items, @Nullable String next) {}

  @GetMapping("/api/v1/search")
  @Requires(Permission.VISIT)
  @Operation(summary = "Search captures, alerts, hosts, people and more, as far as you see them")
  Results search(
      Caller caller,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "10") int limit) {
    if (limit < 1 || limit > MOST) {
      throw new ProblemException(
          ProblemType.Common.INVALID, "limit, of each kind, is 1 to " + MOST + ".");
    }
    return new Results(
        search.find(new SearchText(q), caller, limit).stream()
            .flatMap(
                found ->
                    found.hits().stream()
                        .map(
                            hit -> new Result(found.kind(), hit.title(), hit.detail(), hit.path())))
            .toList(),
        null);
  }
}
