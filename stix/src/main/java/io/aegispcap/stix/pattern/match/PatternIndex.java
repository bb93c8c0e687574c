package io.aegispcap.stix.pattern.match;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.pattern.ObjectPath;
import io.aegispcap.stix.pattern.Pattern;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Many patterns, each with what it stands for, looked up by what an observation must show for them
/// to match at all. Those few are then matched in full.
public final class PatternIndex<T> {

  private record Entry<T>(PatternMatcher matcher, T subject) {}

  private final List<Entry<T>> entries = new ArrayList<>();
  private final Map<String, TypeIndex> byType = new HashMap<>();

  /// Patterns that could match by objects of one type.
  private static final class TypeIndex {
    final BitSet always = new BitSet();
    final Map<ObjectPath, PathIndex> byPath = new HashMap<>();
  }

  /// @throws UnmatchableException as {@link PatternMatcher#of}
  public void add(Pattern pattern, T subject) throws UnmatchableException {
    int number = entries.size();
    entries.add(new Entry<>(PatternMatcher.of(pattern), subject));
    for (Trigger trigger : Trigger.of(pattern.expression())) {
      TypeIndex index = byType.computeIfAbsent(trigger.type(), type -> new TypeIndex());
      switch (trigger) {
        case Trigger.Type type -> index.always.set(number);
        case Trigger.Value value ->
            index.byPath.computeIfAbsent(value.path(), path -> new PathIndex()).add(value, number);
      }
    }
  }

  public int size() {
    return entries.size();
  }

  /// What the matching patterns stand for, in the order in which they were added.
  ///
  /// @throws UnmatchableException when one of them has no answer
  public List<T> matching(Observations observations) throws UnmatchableException {
    BitSet candidates = candidates(observations);
    List<T> matching = new ArrayList<>();
    for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
      if (entries.get(i).matcher().match(observations).matched()) {
        matching.add(entries.get(i).subject());
      }
    }
    return matching;
  }

  private BitSet candidates(Observations observations) throws UnmatchableException {
    BitSet candidates = new BitSet(entries.size());
    for (Observed observed : observations.all()) {
      for (JsonObject root : observed.roots()) {
        TypeIndex index = byType.get(root.text("type").orElse(""));
        if (index != null) {
          candidates.or(index.always);
          for (Map.Entry<ObjectPath, PathIndex> path : index.byPath.entrySet()) {
            collect(path.getKey(), path.getValue(), root, observed, candidates);
          }
        }
      }
    }
    return candidates;
  }

  private static void collect(
      ObjectPath path, PathIndex index, JsonObject root, Observed observed, BitSet candidates)
      throws UnmatchableException {
    new PathTest(
            path,
            (name, value) -> {
              index.collect(value, candidates);
              return false; // to be shown all values
            })
        .holds(root, observed);
  }

  /// The types of objects that any pattern asks about.
  public Set<String> types() {
    return Set.copyOf(byType.keySet());
  }
}
