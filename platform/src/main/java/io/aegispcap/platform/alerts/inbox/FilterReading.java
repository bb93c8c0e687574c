package io.aegispcap.platform.alerts.inbox;

/// What came of reading a filter that somebody wrote.
public sealed interface FilterReading {

  record Understood(Filter filter) implements FilterReading {}

  /// @param at the wrong character, from 0
  /// @param why one sentence that says what to write instead
  record Misunderstood(int at, String why) implements FilterReading {}
}
