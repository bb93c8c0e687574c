package io.aegispcap.extension.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Chooses versions one package after another, newest first, and goes back when nothing fits: to
/// the last choice that had a part in it. What was found not to go together is not tried again
/// (conflict-directed backjumping with learning, after Prosser 1993 and Dechter 1990).
final class Search {
  /// Choices that are tried before it gives up.
  private static final int MAX_STEPS = 20_000;

  /// Packages that may be needed at once.
  private static final int MAX_PACKAGES = 1_000;

  private static final int MAX_LEARNED = 10_000;

  private final Problem problem;
  private final Predicate<Fact> holds;
  private final Map<String, Problem.Candidate> chosen = new LinkedHashMap<>();
  private final Map<String, List<Learned>> learned = new HashMap<>();
  private int learnedCount;
  private int steps;

  /// What came of it.
  sealed interface Outcome {
    /// In the order in which they were chosen.
    record Found(Map<String, String> versions) implements Outcome {}

    /// These can't all hold; some may be needless.
    record Impossible(Set<Fact> facts) implements Outcome {}

    record GaveUp() implements Outcome {}
  }

  /// Why something can't be: choices and facts that together exclude it.
  private record Reason(Set<String> choices, Set<Fact> facts) {
    Reason() {
      this(new LinkedHashSet<>(), new LinkedHashSet<>());
    }

    static Reason of(String choice, Fact fact) {
      Reason reason = of(fact);
      reason.choices.add(choice);
      return reason;
    }

    static Reason of(Fact fact) {
      Reason reason = new Reason();
      reason.facts.add(fact);
      return reason;
    }

    void add(Reason other) {
      choices.addAll(other.choices);
      facts.addAll(other.facts);
    }
  }

  /// Choices that don't go together, and why.
  private record Learned(Map<String, String> versions, Set<Fact> facts) {}

  /// A package that has to be there, and why.
  private record Need(String id, Reason reason) {}

  Search(Problem problem, Predicate<Fact> holds) {
    this.problem = problem;
    this.holds = holds;
  }

  Outcome run() {
    Optional<Reason> failed = extend();
    if (steps > MAX_STEPS || chosen.size() > MAX_PACKAGES) {
      return new Outcome.GaveUp();
    }
    return failed
        .<Outcome>map(reason -> new Outcome.Impossible(reason.facts()))
        .orElseGet(() -> new Outcome.Found(Problem.versions(chosen)));
  }

  /// Completes what is chosen so far; when it can't be, leaves the choices as they were.
  private Optional<Reason> extend() {
    Optional<Need> next = next();
    if (next.isEmpty() || chosen.size() > MAX_PACKAGES) {
      return Optional.empty();
    }
    Reason all = new Reason();
    all.add(next.get().reason());
    for (Problem.Candidate candidate : problem.candidates(next.get().id())) {
      if (++steps > MAX_STEPS) {
        return Optional.empty();
      }
      Optional<Reason> excluded = excluded(candidate);
      if (excluded.isEmpty()) {
        chosen.put(candidate.id(), candidate);
        excluded = extend();
        if (excluded.isEmpty()) {
          return excluded;
        }
        chosen.remove(candidate.id());
        if (!excluded.get().choices().remove(candidate.id())) {
          return excluded;
        }
      }
      all.add(excluded.get());
    }
    learn(all);
    return Optional.of(all);
  }

  /// The first package that is needed and not chosen.
  private Optional<Need> next() {
    for (Fact.Wanted wish : problem.wishes()) {
      if (holds.test(wish) && !chosen.containsKey(wish.id())) {
        return Optional.of(new Need(wish.id(), Reason.of(wish)));
      }
    }
    for (Problem.Candidate candidate : chosen.values()) {
      for (Fact.Needs need : candidate.needs()) {
        if (holds.test(need) && !chosen.containsKey(need.dependency())) {
          return Optional.of(new Need(need.dependency(), Reason.of(candidate.id(), need)));
        }
      }
    }
    return Optional.empty();
  }

  /// Why a candidate does not fit what is chosen.
  private Optional<Reason> excluded(Problem.Candidate candidate) {
    String range = problem.wanted().get(candidate.id());
    if (range != null) {
      Fact wish = new Fact.Wanted(candidate.id(), range);
      if (holds.test(wish) && !problem.admits(range, candidate.version())) {
        return Optional.of(Reason.of(wish));
      }
    }
    if (holds.test(candidate.host()) && !problem.admitsHost(candidate.host().range())) {
      return Optional.of(Reason.of(candidate.host()));
    }
    return excludedByOthers(candidate)
        .or(() -> excludedByOwnNeeds(candidate))
        .or(() -> excludedAsLearned(candidate));
  }

  private Optional<Reason> excludedByOthers(Problem.Candidate candidate) {
    for (Problem.Candidate other : chosen.values()) {
      for (Fact.Needs need : other.needs()) {
        if (need.dependency().equals(candidate.id())
            && holds.test(need)
            && !problem.admits(need.range(), candidate.version())) {
          return Optional.of(Reason.of(other.id(), need));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Reason> excludedByOwnNeeds(Problem.Candidate candidate) {
    for (Fact.Needs need : candidate.needs()) {
      if (!holds.test(need)) {
        continue;
      }
      if (need.dependency().equals(candidate.id())) {
        if (!problem.admits(need.range(), candidate.version())) {
          return Optional.of(Reason.of(need));
        }
        continue;
      }
      Problem.Candidate other = chosen.get(need.dependency());
      if (other != null && !problem.admits(need.range(), other.version())) {
        return Optional.of(Reason.of(other.id(), need));
      }
    }
    return Optional.empty();
  }

  private Optional<Reason> excludedAsLearned(Problem.Candidate candidate) {
    for (Learned lesson :
        learned.getOrDefault(key(candidate.id(), candidate.version()), List.of())) {
      Map<String, String> others = new TreeMap<>(lesson.versions());
      others.remove(candidate.id());
      if (others.entrySet().stream().allMatch(this::isChosen)) {
        return Optional.of(
            new Reason(new LinkedHashSet<>(others.keySet()), new LinkedHashSet<>(lesson.facts())));
      }
    }
    return Optional.empty();
  }

  private boolean isChosen(Map.Entry<String, String> version) {
    Problem.Candidate candidate = chosen.get(version.getKey());
    return candidate != null && candidate.version().equals(version.getValue());
  }

  private void learn(Reason reason) {
    if (reason.choices().isEmpty() || ++learnedCount > MAX_LEARNED) {
      return;
    }
    Map<String, String> versions = new TreeMap<>();
    for (Problem.Candidate candidate : chosen.values()) {
      if (reason.choices().contains(candidate.id())) {
        versions.put(candidate.id(), candidate.version());
      }
    }
    Learned lesson = new Learned(versions, Set.copyOf(reason.facts()));
    versions.forEach(
        (id, version) ->
            learned.computeIfAbsent(key(id, version), _ -> new ArrayList<>()).add(lesson));
  }

  private static String key(String id, String version) {
    return id + " " + version;
  }
}
