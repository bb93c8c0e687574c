package io.aegispcap.analysis.detection.tracking;

/// A 64-bit hash of texts, for sets and keys: FNV-1a over the characters. Source: Fowler, Noll, Vo,
/// draft-eastlake-fnv.
public final class TextHash {
  private static final long START = 0xcbf29ce484222325L;
  private static final long STEP = 0x100000001b3L;

  private TextHash() {}

  public static long of(String text) {
    return of(text, 0, text.length());
  }

  /// Of a part of a text.
  public static long of(String text, int from, int to) {
    long h = START;
    for (int i = from; i < to; i++) {
      h = (h ^ text.charAt(i)) * STEP;
    }
    return h;
  }
}
