package io.aegispcap.platform.plugins;

import java.util.List;

/// What one check of a package came to, kept before anything of it may run.
///
/// @param verdict `passed`, `warned` or `failed`
/// @param evidence what was seen
public record CheckedPart(String check, String verdict, List<String> evidence) {
  public CheckedPart {
    evidence = List.copyOf(evidence);
  }
}
