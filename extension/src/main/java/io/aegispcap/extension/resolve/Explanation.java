package io.aegispcap.extension.resolve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Tells people why versions don't go together, and what they can do.
final class Explanation {
  private static final int SHOWN = 5;
  private static final String ANY = "*";

  private final Problem problem;
  private final List<Fact> facts;

  /// @param facts that can't all hold
  Explanation(Problem problem, List<Fact> facts) {
    this.problem = problem;
    this.facts = facts;
  }

  String text() {
    List<String> sentences = new ArrayList<>();
    wishes(sentences);
    needs(sentences);
    unavailable(sentences);
    advice(sentences);
    return String.join(" ", sentences);
  }

  private void wishes(List<String> sentences) {
    List<String> wishes = new ArrayList<>();
    for (Fact fact : facts) {
      if (fact instanceof Fact.Wanted(String id, String range)) {
        wishes.add(range.equals(ANY) ? id : id + " " + range);
      }
    }
    if (!wishes.isEmpty()) {
      sentences.add("You want " + joined(wishes, " and ") + ".");
    }
  }

  /// What several versions need alike is said once.
  private void needs(List<String> sentences) {
    Map<List<String>, List<String>> versions = new LinkedHashMap<>();
    for (Fact fact : facts) {
      switch (fact) {
        case Fact.Wanted _ -> {}
        case Fact.Needs(String id, String version, String dependency, String range) ->
            versions
                .computeIfAbsent(List.of(id, dependency + " " + range), _ -> new ArrayList<>())
                .add(version);
        case Fact.NeedsHost(String id, String version, String range, String host) ->
            versions
                .computeIfAbsent(
                    List.of(id, "plugin API " + range + " (this host has " + host + ")"),
                    _ -> new ArrayList<>())
                .add(version);
      }
    }
    List<String> clauses = new ArrayList<>();
    versions.forEach(
        (key, each) ->
            clauses.add(
                "%s %s %s %s"
                    .formatted(
                        key.getFirst(),
                        joined(shortened(each), " and "),
                        each.size() == 1 ? "needs" : "need",
                        key.getLast())));
    if (!clauses.isEmpty()) {
      sentences.add(
          clauses.size() == 2
              ? clauses.getFirst() + ", but " + clauses.getLast() + "."
              : String.join("; ", clauses) + ".");
    }
  }

  /// What is asked for and can't be had at all.
  private void unavailable(List<String> sentences) {
    Map<String, Set<String>> asked = new TreeMap<>();
    for (Fact fact : facts) {
      switch (fact) {
        case Fact.Wanted(String id, String range) -> add(asked, id, range);
        case Fact.Needs(_, _, String dependency, String range) -> add(asked, dependency, range);
        case Fact.NeedsHost _ -> {}
      }
    }
    asked.forEach(
        (id, ranges) -> {
          List<String> versions =
              problem.candidates(id).stream().map(Problem.Candidate::version).toList();
          if (versions.isEmpty()) {
            sentences.add("There is no package " + id + ".");
          } else if (ranges.stream().anyMatch(range -> admitsNone(range, versions))) {
            sentences.add("Of %s there is %s.".formatted(id, joined(shortened(versions), " and ")));
          }
        });
  }

  private static void add(Map<String, Set<String>> asked, String id, String range) {
    asked.computeIfAbsent(id, _ -> new LinkedHashSet<>()).add(range);
  }

  private boolean admitsNone(String range, List<String> versions) {
    return versions.stream().noneMatch(version -> problem.admits(range, version));
  }

  /// Each piece of advice was tried: with it, everything goes together.
  private void advice(List<String> sentences) {
    List<String> pieces = new ArrayList<>();
    for (Fact fact : facts) {
      if (fact instanceof Fact.Wanted(String id, String range) && problem.wanted().size() > 1) {
        Map<String, String> fewer = new TreeMap<>(problem.wanted());
        fewer.remove(id);
        if (goesTogether(fewer) instanceof Search.Outcome.Found) {
          pieces.add("remove " + id);
        }
      }
    }
    for (Fact fact : facts) {
      if (fact instanceof Fact.Wanted(String id, String range) && !range.equals(ANY)) {
        Map<String, String> wider = new TreeMap<>(problem.wanted());
        wider.put(id, ANY);
        if (goesTogether(wider) instanceof Search.Outcome.Found(Map<String, String> versions)) {
          pieces.add("take " + id + " " + versions.get(id));
        }
      }
    }
    if (!pieces.isEmpty()) {
      String advice = joined(pieces, " or ");
      sentences.add(Character.toUpperCase(advice.charAt(0)) + advice.substring(1) + ".");
    }
  }

  private Search.Outcome goesTogether(Map<String, String> wanted) {
    return problem.wanting(wanted).search(_ -> true);
  }

  private static List<String> shortened(List<String> versions) {
    if (versions.size() <= SHOWN) {
      return versions;
    }
    List<String> shown = new ArrayList<>(versions.subList(0, SHOWN - 1));
    shown.add((versions.size() - SHOWN + 1) + " more");
    return shown;
  }

  private static String joined(List<String> parts, String last) {
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    return parts.subList(0, parts.size() - 1).stream().collect(Collectors.joining(", "))
        + last
        + parts.getLast();
  }
}
