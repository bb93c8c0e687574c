package io.aegispcap.extension.pack;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Which paths a package may hold: such as mean the same everywhere, and nothing outside the
/// package.
final class PackagePath {
  static final int MAX_LENGTH = 512;

  private static final String FORBIDDEN = "\\:*?\"<>|";

  private PackagePath() {}

  /// What is wrong with a path; empty when nothing.
  static Optional<String> fault(String path) {
    if (path.isEmpty() || path.length() > MAX_LENGTH) {
      return Optional.of("a path has 1 to " + MAX_LENGTH + " characters");
    }
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c < ' ' || c > '~' || FORBIDDEN.indexOf(c) >= 0) {
        return Optional.of("character U+%04X is not allowed in paths".formatted((int) c));
      }
    }
    for (String part : path.split("/", -1)) {
      if (part.isEmpty()) {
        return Optional.of("a path is relative, has no empty parts, and names no folder");
      }
      if (part.endsWith(".") || part.startsWith(" ") || part.endsWith(" ")) {
        return Optional.of("a part of a path neither ends in a dot, nor begins or ends in a space");
      }
    }
    return Optional.empty();
  }

  /// Two paths that some file systems, or people, take for the same; empty when there are none.
  static Optional<String> clash(Collection<String> paths) {
    Map<String, String> files = new HashMap<>();
    for (String path : paths) {
      String other = files.put(path.toLowerCase(Locale.ROOT), path);
      if (other != null) {
        return Optional.of(path + " and " + other + " are the same path where case is ignored");
      }
    }
    for (String path : files.keySet()) {
      for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
        String file = files.get(path.substring(0, slash));
        if (file != null) {
          return Optional.of(file + " is a file, and the folder of " + files.get(path));
        }
      }
    }
    return Optional.empty();
  }
}
