package io.aegispcap.extension.pack;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Collects what a check sees, no more of it than somebody would read.
final class Evidence {
  private static final int MAX_LINES = 50;
  private static final int MAX_LENGTH = 300;

  private final String check;
  private final Set<String> failures = new LinkedHashSet<>();
  private final Set<String> warnings = new LinkedHashSet<>();
  private int unseen;

  Evidence(String check) {
    this.check = check;
  }

  void warn(String line) {
    add(warnings, shown(line));
  }

  void fail(String line) {
    add(failures, shown(line));
  }

  private void add(Set<String> lines, String line) {
    if (lines.size() < MAX_LINES) {
      lines.add(line);
    } else if (!lines.contains(line)) {
      unseen++;
    }
  }

  private static String shown(String line) {
    String safe =
        line.codePoints()
            .map(
                c ->
                    Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c)
            .limit(MAX_LENGTH)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return safe.length() < line.length() ? safe + "..." : safe;
  }

  /// The gravest first.
  ///
  /// @param otherwise evidence when there is none
  CheckResult result(String otherwise) {
    List<String> all = new ArrayList<>(failures);
    all.addAll(warnings);
    if (all.isEmpty()) {
      return new CheckResult(check, Verdict.PASSED, List.of(otherwise));
    }
    List<String> lines = new ArrayList<>(all.subList(0, Math.min(all.size(), MAX_LINES)));
    int more = all.size() - lines.size() + unseen;
    if (more > 0) {
      lines.add("and " + more + " more");
    }
    return new CheckResult(check, failures.isEmpty() ? Verdict.WARNED : Verdict.FAILED, lines);
  }
}
