package io.aegispcap.platform.jobs.web;

import io.aegispcap.platform.jobs.JobState;
import java.util.Set;

/// Which jobs a page shows.
public enum Show {
  ALL("All", Set.of()),
  OPEN("Open", Set.of(JobState.QUEUED, JobState.RUNNING)),
  DONE("Done", Set.of(JobState.DONE)),
  FAILED("Failed", Set.of(JobState.FAILED)),
  CANCELLED("Cancelled", Set.of(JobState.CANCELLED));

  private final String label;
  private final Set<JobState> states;

  Show(String label, Set<JobState> states) {
    this.label = label;
    this.states = states;
  }

  public String label() {
    return label;
  }

  /// All when empty.
  public Set<JobState> states() {
    return states;
  }

  public String path() {
    return this == ALL ? "/jobs" : "/jobs?show=" + name();
  }
}
