package io.aegispcap.platform.api;

import io.aegispcap.platform.web.ProblemType;
import java.util.Locale;
import org.springframework.http.HttpStatus;

/// Refusals of posts that carry an `Idempotency-Key`.
public enum ApiProblem implements ProblemType {
  IDEMPOTENCY_KEY_MALFORMED(
      HttpStatus.BAD_REQUEST,
      "The Idempotency-Key can't be used",
      "Send 1 to 128 letters, digits, dots, hyphens, underscores or colons, such as a random UUID."),
  IDEMPOTENCY_KEY_REUSED(
      HttpStatus.UNPROCESSABLE_CONTENT,
      "The Idempotency-Key was used for another request",
      "Use a key for one request and its repetitions alone; send this one with a new key."),
  IDEMPOTENT_REQUEST_UNFINISHED(
      HttpStatus.CONFLICT,
      "The first request with this Idempotency-Key has no answer yet",
      "Repeat it in a moment, with the same key: it is answered as the first, or carried out if the"
          + " server was stopped before it could answer."),
  IDEMPOTENT_BODY_TOO_LARGE(
      HttpStatus.CONTENT_TOO_LARGE,
      "The body is too large for an Idempotency-Key",
      "Send it without the key, or send less: 1 MiB is taken.");

  private final HttpStatus status;
  private final String title;
  private final String advice;

  ApiProblem(HttpStatus status, String title, String advice) {
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
