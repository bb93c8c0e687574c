package io.aegispcap.platform.plugins.trial;

import io.aegispcap.platform.jobs.Job;
import java.util.Optional;

/// A trial, and how far it is.
///
/// @param job that does it; empty when it is done, or long over
public record Tried(Trial trial, Optional<Job> job) {

  /// Whether more is to come.
  public boolean underWay() {
    return trial.outcome().isEmpty() && job.filter(found -> !found.state().ended()).isPresent();
  }
}
