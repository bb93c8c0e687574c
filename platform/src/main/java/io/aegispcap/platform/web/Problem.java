package io.aegispcap.platform.web;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// A refusal.
///
/// @param type which kind
/// @param detail what is wrong in the case at hand, for people
/// @param retryAfter how long to wait, where waiting is what helps
/// @param more members of its own, for programs (RFC 9457 3.2)
public record Problem(
    ProblemType type, String detail, Optional<Duration> retryAfter, Map<String, Object> more) {
  public Problem {
    more = Map.copyOf(more);
  }

  public Problem(ProblemType type, String detail, Optional<Duration> retryAfter) {
    this(type, detail, retryAfter, Map.of());
  }

  public static Problem of(ProblemType type, String detail) {
    return new Problem(type, detail, Optional.empty());
  }
}
