package io.aegispcap.analysis.detection.web;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;

/// Tells in one pass over a text of which groups it holds a word. Source: Aho and Corasick,
/// Efficient string matching, CACM 18(6), 1975.
final class WordIndex {
  /// Characters of words are below this.
  private static final int CHARACTERS = 256;

  private final byte[] letters = new byte[CHARACTERS];
  private final int letterCount;
  private final int[] next;
  private final long[] groups;

  /// @param words at most 64 groups; a group with an empty word is in every text
  WordIndex(List<List<String>> words) {
    if (words.size() > Long.SIZE) {
      throw new IllegalArgumentException(words.size() + " groups are more than " + Long.SIZE);
    }
    this.letterCount = 1 + number(words);
    Trie trie = new Trie(letterCount);
    for (int group = 0; group < words.size(); group++) {
      for (String word : words.get(group)) {
        trie.add(word, letters, 1L << group);
      }
    }
    trie.link();
    this.next = trie.steps();
    this.groups = trie.groups();
  }

  /// Numbers the characters that words are made of from 1; all others are 0.
  private int number(List<List<String>> words) {
    int count = 0;
    for (List<String> group : words) {
      for (String word : group) {
        for (int i = 0; i < word.length(); i++) {
          if (letters[word.charAt(i)] == 0) {
            letters[word.charAt(i)] = (byte) ++count;
          }
        }
      }
    }
    return count;
  }

  /// A bit for each group of which a word is there.
  long in(String text) {
    int state = 0;
    long found = groups[0];
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      state = next[state * letterCount + (c < CHARACTERS ? letters[c] : 0)];
      found |= groups[state];
    }
    return found;
  }

  /// States with where each letter leads; 0 is the first.
  private static final class Trie {
    private final int letters;
    private final List<int[]> steps = new ArrayList<>();
    private final List<Long> groups = new ArrayList<>();

    Trie(int letters) {
      this.letters = letters;
      state();
    }

    private int state() {
      int[] none = new int[letters];
      Arrays.fill(none, -1);
      steps.add(none);
      groups.add(0L);
      return steps.size() - 1;
    }

    void add(String word, byte[] numbers, long group) {
      int state = 0;
      for (int i = 0; i < word.length(); i++) {
        int letter = numbers[word.charAt(i)];
        if (steps.get(state)[letter] < 0) {
          steps.get(state)[letter] = state();
        }
        state = steps.get(state)[letter];
      }
      groups.set(state, groups.get(state) | group);
    }

    /// Lets what leads nowhere lead to where the longest end of what was read leads.
    void link() {
      int[] fallback = new int[steps.size()];
      Queue<Integer> open = new ArrayDeque<>(List.of(0));
      while (!open.isEmpty()) {
        int state = open.remove();
        groups.set(state, groups.get(state) | groups.get(fallback[state]));
        for (int letter = 0; letter < letters; letter++) {
          int step = steps.get(state)[letter];
          int other = state == 0 ? 0 : steps.get(fallback[state])[letter];
          if (step < 0) {
            steps.get(state)[letter] = other;
          } else {
            fallback[step] = other;
            open.add(step);
          }
        }
      }
    }

    int[] steps() {
      return steps.stream().flatMapToInt(Arrays::stream).toArray();
    }

    long[] groups() {
      return groups.stream().mapToLong(Long::longValue).toArray();
    }
  }
}
