package io.aegispcap.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;

/// Answers with a problem where no endpoint was reached: for filters.
@Component
public class EarlyProblems {
  private final Problems problems;

  EarlyProblems(Problems problems) {
    this.problems = problems;
  }

  public void send(Problem problem, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    problems.view(problem, request.getRequestURI()).render(null, request, response);
  }
}
