package io.aegispcap.platform.captures.flows;

import io.aegispcap.platform.web.ProblemType;
import java.util.Locale;
import org.springframework.http.HttpStatus;

/// Refusals of questions about flows.
public enum FlowProblem implements ProblemType {
  INVALID_FILTER(
      HttpStatus.BAD_REQUEST,
      "The filter can't be understood",
      "Correct it at the position named; the reference of filters says what there is."),
  QUESTION_TOO_LARGE(
      HttpStatus.SERVICE_UNAVAILABLE,
      "This takes too long or too much memory",
      "Narrow the filter, for example to a shorter time, and try again."),
  NOT_ANALYSED(
      HttpStatus.CONFLICT,
      "There are no flows yet",
      "Wait for the analysis to end, or start it again from the capture's page.");

  private final HttpStatus status;
  private final String title;
  private final String advice;

  FlowProblem(HttpStatus status, String title, String advice) {
    this.status = status;
    this.title = title;
    this.advice = advice;
  }

  @Override
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public HttpStatus status() {
    return status;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public String advice() {
    return advice;
  }
}
