package io.aegispcap.platform.backup.store;

import java.util.List;
import java.util.stream.Collectors;

/// Names of tables and columns, as SQL wants them.
final class Quoted {

  private Quoted() {}

  static String name(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  static String list(List<String> names) {
    return names.stream().map(Quoted::name).collect(Collectors.joining(", "));
  }
}
