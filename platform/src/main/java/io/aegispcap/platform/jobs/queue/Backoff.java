package io.aegispcap.platform.jobs.queue;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait between attempts: twice as long each time, with up to half taken off by chance,
/// lest jobs that failed together come back together.
record Backoff(Duration first, Duration longest, RandomGenerator random) {
  private static final int MOST_DOUBLINGS = 30;

  /// @param attempt that failed, from 1
  Duration after(int attempt) {
    long doubled = first.toMillis() << Math.min(attempt - 1, MOST_DOUBLINGS);
    double whole = Math.min(doubled, longest.toMillis());
    return Duration.ofMillis((long) (whole * (1 - random.nextDouble() / 2)));
  }
}
