package io.aegispcap.platform.web;

import org.springframework.http.HttpStatus;

/// A problem, told to a person.
public record ProblemPage(Problem problem) implements Page {

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
