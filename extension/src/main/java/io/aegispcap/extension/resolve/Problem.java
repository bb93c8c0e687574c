package io.aegispcap.extension.resolve;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What is wanted, and what can be had; answers what a search asks, and asks the catalogue once.
final class Problem {
  private static final Comparator<Release> NEWEST_FIRST =
      Comparator.comparing(Release::version, VersionRange::compare)
          .thenComparing(Release::version)
          .reversed();

  private final SortedMap<String, String> wanted;
  private final Catalogue catalogue;
  private final String hostVersion;
  private final Map<String, List<Candidate>> candidates;
  private final Map<String, VersionRange> ranges;

  /// A release, with what it needs as facts, by id in order.
  record Candidate(String id, String version, Fact.NeedsHost host, List<Fact.Needs> needs) {}

  Problem(Map<String, String> wanted, Catalogue catalogue, String hostVersion) {
    this(new TreeMap<>(wanted), catalogue, hostVersion, new HashMap<>(), new HashMap<>());
  }

  private Problem(
      SortedMap<String, String> wanted,
      Catalogue catalogue,
      String hostVersion,
      Map<String, List<Candidate>> candidates,
      Map<String, VersionRange> ranges) {
    this.wanted = wanted;
    this.catalogue = catalogue;
    this.hostVersion = hostVersion;
    this.candidates = candidates;
    this.ranges = ranges;
  }

  /// The same with other wishes.
  Problem wanting(Map<String, String> others) {
    return new Problem(new TreeMap<>(others), catalogue, hostVersion, candidates, ranges);
  }

  Map<String, String> wanted() {
    return Collections.unmodifiableMap(wanted);
  }

  List<Fact.Wanted> wishes() {
    return wanted.entrySet().stream()
        .map(wish -> new Fact.Wanted(wish.getKey(), wish.getValue()))
        .toList();
  }

  /// Newest first.
  List<Candidate> candidates(String id) {
    List<Candidate> known = candidates.get(id);
    if (known == null) {
      Set<String> seen = new HashSet<>();
      known =
          catalogue.releases(id).stream()
              .sorted(NEWEST_FIRST)
              .filter(release -> seen.add(release.version()))
              .map(release -> candidate(id, release))
              .toList();
      candidates.put(id, known);
    }
    return known;
  }

  private Candidate candidate(String id, Release release) {
    return new Candidate(
        id,
        release.version(),
        new Fact.NeedsHost(id, release.version(), release.api(), hostVersion),
        new TreeMap<>(release.dependencies())
            .entrySet().stream()
                .map(need -> new Fact.Needs(id, release.version(), need.getKey(), need.getValue()))
                .toList());
  }

  boolean admits(String range, String version) {
    return range(range).admits(version);
  }

  boolean admitsHost(String range) {
    return range(range).admitsHost(hostVersion);
  }

  private VersionRange range(String text) {
    return ranges.computeIfAbsent(text, VersionRange::required);
  }

  /// Searches for versions that agree with those facts for which it holds.
  Search.Outcome search(Predicate<Fact> holds) {
    return new Search(this, holds).run();
  }

  /// Versions by id.
  static Map<String, String> versions(Map<String, Candidate> chosen) {
    return chosen.values().stream()
        .collect(
            Collectors.toMap(
                Candidate::id, Candidate::version, (one, _) -> one, LinkedHashMap::new));
  }
}
