package io.aegispcap.stix.pattern.match;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A search for observations that make a pattern match: which are taken, and how long it has
/// lasted.
final class Search {

  /// Choices tried; patterns of people take hundreds.
  private static final long MOST_CHOICES = 3_000_000;

  private final List<Observed> observed;
  private final long[] taken;
  private final Map<SingleTest, Answers> answers = new HashMap<>();
  private long choices;

  Search(List<Observed> observed) {
    this.observed = observed;
    this.taken = new long[observed.size()];
  }

  /// What is to be done once a part of the pattern has its observations.
  interface Continuation {
    boolean go(Frame frame) throws UnmatchableException;
  }

  List<Observed> observed() {
    return observed;
  }

  /// For which observations a test was asked, and for which of them it holds.
  private record Answers(BitSet known, BitSet holding) {}

  /// Whether a test holds for an observation, asking it once.
  boolean holds(SingleTest test, int index) throws UnmatchableException {
    if (observed.size() == 1) {
      return test.holds(observed.get(index));
    }
    Answers said = answers.computeIfAbsent(test, any -> new Answers(new BitSet(), new BitSet()));
    if (!said.known.get(index)) {
      said.holding.set(index, test.holds(observed.get(index)));
      said.known.set(index);
    }
    return said.holding.get(index);
  }

  long left(int index) {
    return observed.get(index).number() - taken[index];
  }

  /// Takes an observation some times, and goes on; gives it back when that leads nowhere.
  boolean take(int index, long times, Frame frame, Continuation then) throws UnmatchableException {
    if (++choices > MOST_CHOICES) {
      throw new UnmatchableException(
          "the pattern can be tried in too many ways on these observations");
    }
    Optional<Frame> next = frame.chosen(observed.get(index));
    if (next.isEmpty()) {
      return false;
    }
    taken[index] += times;
    if (then.go(next.get())) {
      return true;
    }
    taken[index] -= times;
    return false;
  }

  /// The observations taken, when the search was successful.
  Match match() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < taken.length; i++) {
      if (taken[i] > 0) {
        observed.get(i).id().ifPresent(ids::add);
      }
    }
    return new Match(true, ids);
  }
}
