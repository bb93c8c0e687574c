package io.aegispcap.analysis.detection.name;

import java.util.Optional;
import java.util.Set;

/// Where names are cut.
final class RegisteredDomains {
  private static final Set<String> SECOND_LEVEL =
      Set.of("co", "com", "org", "net", "gov", "edu", "ac", "ne", "or", "go");

  private RegisteredDomains() {}

  static Optional<String> of(String name) {
    int last = name.lastIndexOf('.');
    if (last <= 0) {
      return Optional.empty();
    }
    int second = name.lastIndexOf('.', last - 1);
    boolean three =
        name.length() - last == 3 && SECOND_LEVEL.contains(name.substring(second + 1, last));
    if (!three) {
      return Optional.of(name.substring(second + 1));
    }
    return second < 0
        ? Optional.empty()
        : Optional.of(name.substring(name.lastIndexOf('.', second - 1) + 1));
  }
}
