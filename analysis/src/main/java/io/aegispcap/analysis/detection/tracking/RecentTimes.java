package io.aegispcap.analysis.detection.tracking;

/// The times of the last few events: enough to say whether so many came within a time.
public final class RecentTimes {
  private final long[] times;
  private int next;
  private int held;

  /// @param count events remembered, 1 or more
  public RecentTimes(int count) {
    times = new long[count];
  }

  /// Adds an event.
  ///
  /// @param window nanoseconds
  /// @return whether it and the events before it fill the memory, all within the window
  public boolean add(long time, long window) {
    times[next] = time;
    next = (next + 1) % times.length;
    held = Math.min(held + 1, times.length);
    return held == times.length && Math.abs(time - times[next]) <= window;
  }
}
