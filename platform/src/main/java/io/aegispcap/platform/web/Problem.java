package io.aegispcap.platform.web;

import java.time.Duration;
import java.util.Optional;

/// A refusal.
///
/// @param type which kind
/// @param detail what is wrong in the case at hand, for people
/// @param retryAfter how long to wait, where waiting is what helps
public record Problem(ProblemType type, String detail, Optional<Duration> retryAfter) {

  public static Problem of(ProblemType type, String detail) {
    return new Problem(type, detail, Optional.empty());
  }
}
