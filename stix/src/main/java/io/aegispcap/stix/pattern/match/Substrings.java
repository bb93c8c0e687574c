package io.aegispcap.stix.pattern.match;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Texts, each with a number, found where they stand within other texts. Each is kept by three of
/// its characters that few others are kept by, so that a text is looked through once.
final class Substrings {

  /// Shorter texts stand nearly everywhere.
  static final int SHORTEST = 3;

  private record Kept(String text, BitSet numbers) {}

  private final Map<Long, List<Kept>> byCharacters = new HashMap<>();

  /// @param text of {@link #SHORTEST} characters or more
  void add(String text, int number) {
    for (int i = 0; i + SHORTEST <= text.length(); i++) {
      for (Kept kept : byCharacters.getOrDefault(characters(text, i), List.of())) {
        if (kept.text().equals(text)) {
          kept.numbers().set(number);
          return;
        }
      }
    }
    long rarest = characters(text, 0);
    for (int i = 1; i + SHORTEST <= text.length(); i++) {
      long other = characters(text, i);
      rarest = keptBy(other) < keptBy(rarest) ? other : rarest;
    }
    BitSet numbers = new BitSet();
    numbers.set(number);
    byCharacters.computeIfAbsent(rarest, key -> new ArrayList<>()).add(new Kept(text, numbers));
  }

  private int keptBy(long characters) {
    return byCharacters.getOrDefault(characters, List.of()).size();
  }

  private static long characters(String text, int at) {
    return (long) text.charAt(at) << 32 | text.charAt(at + 1) << 16 | text.charAt(at + 2);
  }

  /// Adds the numbers of all that stand in the text.
  void collect(String text, BitSet to) {
    for (int i = 0; i + SHORTEST <= text.length(); i++) {
      List<Kept> candidates = byCharacters.get(characters(text, i));
      if (candidates != null) {
        for (Kept kept : candidates) {
          if (text.contains(kept.text())) {
            to.or(kept.numbers());
          }
        }
      }
    }
  }

  boolean isEmpty() {
    return byCharacters.isEmpty();
  }
}
