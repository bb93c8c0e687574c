package io.aegispcap.capture.protocol.dns;

/// Eight characters of a name at once, as the bytes of a long. Each step is exact as to whether any
/// byte is hit. Source: S. E. Anderson, Bit Twiddling Hacks, "Determine if a word has a byte less
/// than n".
final class EightBytes {
  private static final long ONES = 0x0101_0101_0101_0101L;
  private static final long TOPS = 0x8080_8080_8080_8080L;

  private EightBytes() {}

  /// Whether any is a space, a control character, a dot, a backslash, or not ASCII.
  static boolean needEscape(long eight) {
    long below = (eight - ONES * '!') & ~eight;
    long hit = below | zero(eight ^ ONES * '.') | zero(eight ^ ONES * '\\');
    return ((hit | zero(eight ^ ONES * 0x7f) | eight) & TOPS) != 0;
  }

  /// The top bits of bytes that are zero, and maybe of some above them.
  private static long zero(long bytes) {
    return (bytes - ONES) & ~bytes;
  }

  /// @param eight ASCII characters
  static long lowerCase(long eight) {
    long fromA = eight + ONES * (0x80 - 'A');
    long beyondZ = eight + ONES * (0x80 - 'Z' - 1);
    return eight + (((fromA & ~beyondZ) & TOPS) >>> 2);
  }
}
