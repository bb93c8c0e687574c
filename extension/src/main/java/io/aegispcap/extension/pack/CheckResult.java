package io.aegispcap.extension.pack;

import java.util.List;

/// What a check found.
///
/// @param check its name
/// @param verdict what follows from it
/// @param evidence what it saw, in sentences without full stops; never empty
public record CheckResult(String check, Verdict verdict, List<String> evidence) {
  public CheckResult {
    evidence = List.copyOf(evidence);
  }
}
