package io.aegispcap.platform.jobs;

import java.util.Locale;

/// How far a job is.
public enum JobState {
  /// Waits for a free worker, or for the next attempt.
  QUEUED,
  RUNNING,
  DONE,
  /// Ended by a problem that trying again did not help.
  FAILED,
  /// Ended by a person.
  CANCELLED;

  public boolean ended() {
    return this != QUEUED && this != RUNNING;
  }

  /// As the API spells it.
  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }
}
