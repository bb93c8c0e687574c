package io.aegispcap.analysis.detection.name;

import java.util.Set;

/// Where names are cut.
final class RegisteredDomains {
  private static final Set<String> SECOND_LEVEL =
      Set.of("co", "com", "org", "net", "gov", "edu", "ac", "ne", "or", "go");

  private RegisteredDomains() {}

  /// Index of the registered domain in a name; -1 when it has none.
  static int start(String name) {
    int last = name.lastIndexOf('.');
    if (last <= 0) {
      return -1;
    }
    int second = name.lastIndexOf('.', last - 1);
    boolean three =
        name.length() - last == 3 && SECOND_LEVEL.contains(name.substring(second + 1, last));
    return three && second >= 0 ? name.lastIndexOf('.', second - 1) + 1 : second + 1;
  }
}
