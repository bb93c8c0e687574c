package io.aegispcap.extension.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds versions of packages that go together.
public final class Resolver {
  private Resolver() {}

  /// Chooses a version of each package that is wanted, and of all that they need. Of all solutions
  /// it is the one that has the newest version of the first package; of those, the newest of the
  /// second, and so on: first those that are wanted by id, then what they need, in the order in
  /// which it is met.
  ///
  /// @param wanted ranges of versions by id
  /// @param hostVersion version of the plugin API
  /// @throws IllegalArgumentException when a range or version is none
  public static Resolution resolve(
      Map<String, String> wanted, Catalogue catalogue, String hostVersion) {
    wanted.values().forEach(VersionRange::required);
    VersionRange.version(hostVersion);
    Problem problem = new Problem(wanted, catalogue, hostVersion);
    return switch (problem.search(_ -> true)) {
      case Search.Outcome.Found(Map<String, String> versions) -> new Resolution.Solved(versions);
      case Search.Outcome.Impossible(Set<Fact> facts) -> {
        List<Fact> least = least(problem, facts);
        yield new Resolution.Conflict(new Explanation(problem, least).text(), least);
      }
      case Search.Outcome.GaveUp() ->
          new Resolution.Undecided(
              "There are too many combinations of versions to try; name narrower ranges, or fewer packages at once.");
    };
  }

  /// Leaves out what the conflict does not need: what is left can't all hold, but could without any
  /// one of it.
  private static List<Fact> least(Problem problem, Collection<Fact> conflict) {
    List<Fact> kept = new ArrayList<>(conflict);
    for (Fact fact : conflict) {
      if (kept.contains(fact)) {
        Set<Fact> fewer = new HashSet<>(kept);
        fewer.remove(fact);
        if (problem.search(fewer::contains) instanceof Search.Outcome.Impossible(Set<Fact> facts)) {
          kept.retainAll(facts);
        }
      }
    }
    return kept;
  }
}
