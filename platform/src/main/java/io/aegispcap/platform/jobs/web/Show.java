package io.aegispcap.platform.jobs.web;

import io.aegispcap.platform.jobs.JobState;
import java.util.Set;

/// Which jobs a page shows.
public enum Show {
  ALL("All"),
  OPEN("Open"),
  DONE("Done"),
  FAILED("Failed"),
  CANCELLED("Cancelled");

  private final String label;

  Show(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /// All when empty.
  public Set<JobState> states() {
    return switch (this) {
      case ALL -> Set.of();
      case OPEN -> Set.of(JobState.QUEUED, JobState.RUNNING);
      case DONE -> Set.of(JobState.DONE);
      case FAILED -> Set.of(JobState.FAILED);
      case CANCELLED -> Set.of(JobState.CANCELLED);
    };
  }

  public String path() {
    return this == ALL ? "/jobs" : "/jobs?show=" + name();
  }
}
