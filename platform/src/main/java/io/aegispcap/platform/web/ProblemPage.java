package io.aegispcap.platform.web;

import java.util.Optional;
import org.springframework.http.HttpStatus;

/// A problem, told to a person.
///
/// @param requestId what the log knows it by
public record ProblemPage(Problem problem, Optional<String> requestId) implements Page {

  @Override
  public String title() {
    return problem.type().title();
  }

  @Override
  public String template() {
    return "web/problem";
  }

  @Override
  public HttpStatus status() {
    return problem.type().status();
  }
}
