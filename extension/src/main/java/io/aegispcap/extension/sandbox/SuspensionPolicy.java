package io.aegispcap.extension.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/// When a plugin that keeps failing is no longer asked.
///
/// @param failures so many within the window suspend it; 1 or more
/// @param window how far back failures count
public record SuspensionPolicy(int failures, Duration window) {
  /// Six failures in ten minutes: three questions that failed twice.
  public static final SuspensionPolicy DEFAULT = new SuspensionPolicy(6, Duration.ofMinutes(10));

  /// So many analyses one after the other in which a plugin failed, and said nothing, suspend it,
  /// too, where somebody remembers them.
  public static final int RUNS = 3;

  public SuspensionPolicy {
    if (failures < 1 || !window.isPositive()) {
      throw new IllegalArgumentException("one failure or more, within some time");
    }
  }

  /// Counts the failures of one plugin.
  final class Count {
    private final Deque<Instant> times = new ArrayDeque<>();

    /// @return whether that was one too many
    boolean failed(Instant time) {
      times.addLast(time);
      while (times.getFirst().isBefore(time.minus(window))) {
        times.removeFirst();
      }
      return times.size() >= failures;
    }
  }
}
