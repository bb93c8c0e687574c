package io.aegispcap.capture.protocol.http;

/// Tells values that hold what attacks need from the many that do not.
final class SuspectValue {
  private SuspectValue() {}

  /// @param secret whether only a lookup (`${`) makes it suspicious
  static boolean in(byte[] bytes, int from, int end, boolean secret) {
    for (int i = from; i < end; i++) {
      if (secret ? isLookup(bytes, i, end) : isSuspect(bytes, i, end)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLookup(byte[] bytes, int at, int end) {
    return bytes[at] == '$' && at + 1 < end && bytes[at + 1] == '{';
  }

  private static boolean isSuspect(byte[] bytes, int at, int end) {
    int next = at + 1 < end ? bytes[at + 1] : 0;
    return switch (bytes[at]) {
      case '$' -> next == '{' || next == '(';
      case '(' -> next == ')';
      case '.' -> next == '.';
      case '<', '\'', '`', '|', '{', '%' -> true;
      case 'r' -> next == 'O'; // the first bytes of serialised Java, in Base64
      default -> false;
    };
  }
}
