package io.aegispcap.analysis.detection;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rules of the public suffix list in a hash table that is asked with parts of a name, so that
/// nothing is copied. Source: <https://github.com/publicsuffix/list/wiki/Format>.
final class PublicSuffixes {
  private static final String RESOURCE = "/effective_tld_names.dat";
  private static final int PLAIN = 1;
  private static final int WILDCARD = 2;
  private static final int EXCEPTION = 4;

  private final @Nullable String[] suffixes;
  private final int[] hashes;
  private final byte[] kinds;
  private final int mask;
  private int mostLabels = 1;

  private PublicSuffixes(List<String> rules) {
    int capacity = Integer.highestOneBit(Math.max(2, rules.size())) * 4;
    suffixes = new String[capacity];
    hashes = new int[capacity];
    kinds = new byte[capacity];
    mask = capacity - 1;
    rules.forEach(this::add);
  }

  /// Reads the list from the library that carries it.
  static PublicSuffixes load() {
    try (InputStream list = PublicSuffixes.class.getResourceAsStream(RESOURCE)) {
      if (list == null) {
        throw new IllegalStateException("crawler-commons carries no public suffix list any more");
      }
      return of(new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static PublicSuffixes of(BufferedReader list) throws IOException {
    List<String> rules = new ArrayList<>();
    for (String line = list.readLine(); line != null; line = list.readLine()) {
      String rule = line.strip();
      if (!rule.isEmpty() && !rule.startsWith("//")) {
        rules.add(rule);
      }
    }
    return new PublicSuffixes(rules);
  }

  private void add(String rule) {
    if (rule.startsWith("*.")) {
      add(rule.substring(2), WILDCARD);
    } else if (rule.startsWith("!")) {
      add(rule.substring(1), EXCEPTION);
    } else {
      add(rule, PLAIN);
    }
  }

  private void add(String suffix, int kind) {
    String ascii = isAscii(suffix) ? suffix : IDN.toASCII(suffix, IDN.ALLOW_UNASSIGNED);
    int slot = slot(ascii, 0, hash(ascii));
    suffixes[slot] = ascii;
    hashes[slot] = hash(ascii);
    kinds[slot] |= (byte) kind;
    int labels = 2 + (int) ascii.chars().filter(character -> character == '.').count();
    mostLabels = Math.max(mostLabels, labels);
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(character -> character < 128);
  }

  /// Where the public suffix of a name begins; a suffix that no rule names is its last label.
  int start(String name) {
    int hash = 0;
    int hashed = name.length();
    int start = labelStart(name, name.length());
    int suffix = start;
    int parentKinds = 0;
    for (int labels = 1; labels <= mostLabels; labels++) {
      for (; hashed > start; hashed--) {
        hash = 31 * hash + name.charAt(hashed - 1);
      }
      int kindsHere = kinds[slot(name, start, hash)];
      if ((kindsHere & EXCEPTION) != 0) {
        return Math.min(name.length(), name.indexOf('.', start) + 1);
      }
      if ((kindsHere & PLAIN) != 0 || (parentKinds & WILDCARD) != 0) {
        suffix = start;
      }
      if (start == 0) {
        break;
      }
      parentKinds = kindsHere;
      start = labelStart(name, start - 1);
    }
    return suffix;
  }

  /// Where the label that ends there begins; dots behind an odd number of backslashes are within
  /// it.
  static int labelStart(String name, int end) {
    int dot = name.lastIndexOf('.', end - 1);
    while (dot > 0 && isEscaped(name, dot)) {
      dot = name.lastIndexOf('.', dot - 1);
    }
    return dot + 1;
  }

  private static boolean isEscaped(String name, int index) {
    int at = index;
    while (at > 0 && name.charAt(at - 1) == '\\') {
      at--;
    }
    return (index - at) % 2 == 1;
  }

  private static int hash(String suffix) {
    int hash = 0;
    for (int i = suffix.length() - 1; i >= 0; i--) {
      hash = 31 * hash + suffix.charAt(i);
    }
    return hash;
  }

  /// The slot of the suffix that begins there, or the free one where it would go.
  private int slot(String name, int start, int hash) {
    int length = name.length() - start;
    int slot = (hash ^ (hash >>> 15)) & mask;
    String held = suffixes[slot];
    while (held != null
        && !(hashes[slot] == hash && held.length() == length && name.endsWith(held))) {
      slot = (slot + 1) & mask;
      held = suffixes[slot];
    }
    return slot;
  }
}
