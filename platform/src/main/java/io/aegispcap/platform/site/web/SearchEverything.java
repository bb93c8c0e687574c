package io.aegispcap.platform.site.web;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Reads;
import io.aegispcap.platform.access.Scope;
import io.aegispcap.platform.web.SearchSource;
import io.aegispcap.platform.web.SearchText;
import java.util.List;
import org.springframework.stereotype.Component;

/// Asks every module for what somebody looks for.
@Component
class SearchEverything {
  private final List<SearchSource> sources;
  private final Reads reads;

  SearchEverything(List<SearchSource> sources, Reads reads) {
    this.sources = List.copyOf(sources);
    this.reads = reads;
  }

  /// Those that found something.
  ///
  /// @param most of each kind
  List<SearchFindings> find(SearchText wanted, Caller caller, int most) {
    if (wanted.isEmpty()) {
      return List.of();
    }
    Caller reader = reader(caller);
    List<SearchFindings> found =
        sources.stream()
            .map(source -> found(source, source.find(wanted, reader, most + 1), wanted, most))
            .filter(each -> !each.hits().isEmpty())
            .toList();
    reads.record(
        caller,
        "everything.list",
        "",
        wanted.text(),
        found.stream().mapToInt(each -> each.hits().size()).sum());
    return found;
  }

  private static SearchFindings found(
      SearchSource source, List<SearchSource.Hit> hits, SearchText wanted, int most) {
    return new SearchFindings(
        source.kind(),
        source.heading(),
        hits.subList(0, Math.min(most, hits.size())),
        hits.size() > most,
        source.all(wanted));
  }

  /// A token that may not read sees what everybody sees.
  private static Caller reader(Caller caller) {
    return caller instanceof Caller.Person person && !person.scopes().contains(Scope.READ)
        ? new Caller.Visitor()
        : caller;
  }
}
