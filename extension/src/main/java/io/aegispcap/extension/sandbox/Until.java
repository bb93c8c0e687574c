package io.aegispcap.extension.sandbox;

import java.time.Duration;

/// A point in time until which somebody waits.
///
/// @param nanoTime as of [System#nanoTime]
record Until(long nanoTime) {
  static Until after(Duration time) {
    return new Until(System.nanoTime() + time.toNanos());
  }

  /// Zero when it has passed.
  Duration left() {
    return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
  }

  boolean passed() {
    return left().isZero();
  }
}
