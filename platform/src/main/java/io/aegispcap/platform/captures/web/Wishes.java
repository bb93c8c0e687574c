package io.aegispcap.platform.captures.web;

import io.aegispcap.platform.captures.Visibility;
import io.aegispcap.platform.captures.run.AnalysisSettings;
import io.aegispcap.platform.web.ProblemException;
import io.aegispcap.platform.web.ProblemType;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Reads what callers want.
final class Wishes {

  private Wishes() {}

  /// @throws ProblemException INVALID when they can't be so
  static AnalysisSettings settings(Supplier<AnalysisSettings> settings) {
    try {
      return settings.get();
    } catch (IllegalArgumentException impossible) {
      throw new ProblemException(
          ProblemType.Common.INVALID, String.valueOf(impossible.getMessage()));
    }
  }

  /// @throws ProblemException INVALID when there is none of that name
  static Visibility visibility(String slug) {
    return Arrays.stream(Visibility.values())
        .filter(visibility -> visibility.slug().equals(slug))
        .findFirst()
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemType.Common.INVALID,
                    "There is no visibility \"%s\"; there are %s."
                        .formatted(
                            slug,
                            Arrays.stream(Visibility.values())
                                .map(Visibility::slug)
                                .collect(Collectors.joining(", ")))));
  }
}
