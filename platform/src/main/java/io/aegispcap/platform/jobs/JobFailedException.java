package io.aegispcap.platform.jobs;

import java.io.Serial;

/// A job failed for a reason that stays the same however often it is tried.
public final class JobFailedException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  /// @param problem what is wrong and what to do, for the job's owner
  public JobFailedException(String problem) {
    super(problem);
  }

  /// @param problem what is wrong and what to do, for the job's owner
  public JobFailedException(String problem, Throwable cause) {
    super(problem, cause);
  }
}
