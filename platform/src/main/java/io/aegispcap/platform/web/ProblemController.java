package io.aegispcap.platform.web;

import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.access.Requires;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

/// Where requests end that were refused before they came to an endpoint.
@Controller
class ProblemController implements ErrorController {
  private final Problems problems;

  ProblemController(Problems problems) {
    this.problems = problems;
  }

  @RequestMapping("/error")
  @Requires(Permission.VISIT)
  View refused(HttpServletRequest request) {
    Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    Problem problem =
        request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable fault
            ? Problems.problem(fault, request).orElseGet(() -> problem(request))
            : problem(request);
    return problems.view(problem, String.valueOf(path));
  }

  private static Problem problem(HttpServletRequest request) {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    ProblemType type =
        status instanceof Integer code ? ProblemType.Common.of(code) : ProblemType.Common.NOT_FOUND;
    return Problem.of(type, type.title() + ".");
  }
}
