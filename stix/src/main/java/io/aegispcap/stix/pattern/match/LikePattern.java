package io.aegispcap.stix.pattern.match;

/// What LIKE compares with: `%` is any characters, `_` any one.
final class LikePattern {

  private final int[] wanted;

  private LikePattern(int[] wanted) {
    this.wanted = wanted;
  }

  static LikePattern of(String text) {
    return new LikePattern(Tests.normal(text).codePoints().toArray());
  }

  /// In time proportional to text and pattern: going back only to the last `%`.
  boolean matches(String text) {
    int[] actual = text.codePoints().toArray();
    int at = 0;
    int want = 0;
    int star = -1;
    int resume = 0;
    while (at < actual.length) {
      if (want < wanted.length && wanted[want] == '%') {
        star = want++;
        resume = at;
      } else if (want < wanted.length && (wanted[want] == '_' || wanted[want] == actual[at])) {
        want++;
        at++;
      } else if (star >= 0) {
        want = star + 1;
        at = ++resume;
      } else {
        return false;
      }
    }
    while (want < wanted.length && wanted[want] == '%') {
      want++;
    }
    return want == wanted.length;
  }
}
