package io.aegispcap.platform.accounts.entry;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Slows down what is tried too often.
public interface Throttle {

  /// At most so many of the same key in this time.
  record Limit(String key, int most, Duration window) {}

  /// Counts a try under each of the limits, before it is made, so that tries at the same time can't
  /// slip through together.
  ///
  /// @return how long to wait when one was reached
  Optional<Duration> count(List<Limit> limits);

  /// After a success.
  void forget(String key);
}
