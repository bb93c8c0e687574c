package io.aegispcap.extension.pack;

import java.util.TreeSet;

/// Whether its id could be taken for another author's: by a letter more or less, or by letters that
/// look alike.
final class SimilarNameCheck implements PackageCheck {
  /// Shorter names are too often close to each other by chance.
  private static final int SHORT = 5;

  @Override
  public String name() {
    return "similar-name";
  }

  @Override
  public CheckResult check(CheckInput input) {
    String id = input.extension().manifest().id();
    Evidence evidence = new Evidence(name());
    for (String known : new TreeSet<>(input.knownIds())) {
      if (known.indexOf('/') > 0 && !namespace(known).equals(namespace(id))) {
        compare(id, known, evidence);
      }
    }
    return evidence.result(
        "%s is like none of %d known ids of others".formatted(id, input.knownIds().size()));
  }

  private static void compare(String id, String known, Evidence evidence) {
    if (skeleton(id).equals(skeleton(known))) {
      evidence.fail(id + " looks the same as " + known);
    } else if (skeleton(name(id)).equals(skeleton(name(known)))) {
      evidence.warn(id + " has the name of " + known + ", by another author");
    } else if (close(name(id), name(known))) {
      evidence.warn(id + " differs little from " + known + ", by another author");
    }
  }

  private static boolean close(String one, String other) {
    int shorter = Math.min(one.length(), other.length());
    return shorter >= SHORT && EditDistance.atMost(one, other, shorter >= 2 * SHORT ? 2 : 1);
  }

  /// The same for names that look the same: digits for the letters that they are like, and pairs
  /// for the letter that they make up. What separates words is left out.
  static String skeleton(String name) {
    return name.replace("-", "")
        .replace("rn", "m")
        .replace("vv", "w")
        .replace("cl", "d")
        .replace('0', 'o')
        .replace('1', 'l')
        .replace('i', 'l')
        .replace('j', 'l')
        .replace('5', 's')
        .replace('8', 'b')
        .replace('6', 'b')
        .replace('2', 'z');
  }

  private static String namespace(String id) {
    return id.substring(0, id.indexOf('/'));
  }

  private static String name(String id) {
    return id.substring(id.indexOf('/') + 1);
  }
}
