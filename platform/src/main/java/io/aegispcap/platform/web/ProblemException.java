package io.aegispcap.platform.web;

import java.io.Serial;

/// Ends a request with a problem.
public final class ProblemException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public ProblemException(Problem problem) {
    super(problem.detail(), null, false, false);
    this.problem = problem;
  }

  public ProblemException(ProblemType type, String detail) {
    this(Problem.of(type, detail));
  }

  /// Of what is not there, or not for the caller to know of.
  public static ProblemException notFound(String what) {
    return new ProblemException(ProblemType.Common.NOT_FOUND, "There is no " + what + ".");
  }

  public Problem problem() {
    return problem;
  }
}
