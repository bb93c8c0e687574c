package io.aegispcap.platform.web;

import io.aegispcap.platform.database.DatabaseLoss;
import io.aegispcap.platform.database.StorageFull;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.databind.json.JsonMapper;

/// Turns whatever ends a request early into a problem.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Problems implements HandlerExceptionResolver {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  private final Pages pages;
  private final JsonMapper json;

  Problems(Pages pages, JsonMapper json) {
    this.pages = pages;
    this.json = json;
  }

  ProblemView view(Problem problem, String path) {
    return new ProblemView(pages, json, problem, path);
  }

  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception fault) {
    if (fault instanceof ClientAbortException) {
      return new ModelAndView(); // nobody is left to be told
    }
    if (fault instanceof ErrorResponse refused) {
      refused
          .getHeaders()
          .forEach((name, values) -> response.setHeader(name, String.join(", ", values)));
    }
    return problem(fault, request)
        .map(problem -> new ModelAndView(view(problem, request.getRequestURI())))
        .orElse(null);
  }

  /// Empty for what Spring Security answers itself, and for callers who went away.
  static Optional<Problem> problem(Throwable fault, HttpServletRequest request) {
    return switch (fault) {
      case ProblemException ours -> Optional.of(ours.problem());
      case AccessDeniedException _, AuthenticationException _, AsyncRequestNotUsableException _ ->
          Optional.empty();
      case Throwable lost when DatabaseLoss.causes(lost) ->
          common(ProblemType.Common.UNAVAILABLE, "The database does not answer.");
      case Throwable full when StorageFull.causes(full) -> Optional.of(noRoom(request));
      default -> badRequest(fault).or(() -> Optional.of(unexpected(fault, request)));
    };
  }

  /// What Spring MVC finds wrong with a request.
  private static Optional<Problem> badRequest(Throwable fault) {
    return switch (fault) {
      case NoResourceFoundException _ ->
          common(ProblemType.Common.NOT_FOUND, ProblemType.Common.NOT_FOUND.title() + ".");
      case MaxUploadSizeExceededException _ ->
          common(ProblemType.Common.TOO_LARGE, "The file is larger than is taken here.");
      case MultipartException _ ->
          common(ProblemType.Common.BAD_REQUEST, "A form with a file was expected.");
      case TypeMismatchException mismatch ->
          common(
              ProblemType.Common.BAD_REQUEST,
              "\"%s\" can't be read as what belongs there.".formatted(mismatch.getValue()));
      case HttpMessageNotReadableException _ ->
          common(ProblemType.Common.BAD_REQUEST, "The body can't be read as what belongs there.");
      case ErrorResponse refused -> Optional.of(refused(refused));
      default -> Optional.empty();
    };
  }

  private static Optional<Problem> common(ProblemType type, String detail) {
    return Optional.of(Problem.of(type, detail));
  }

  private static Problem refused(ErrorResponse refused) {
    ProblemType type = ProblemType.Common.of(refused.getStatusCode().value());
    String detail = refused.getBody().getDetail();
    return Problem.of(type, detail == null ? type.title() + "." : detail);
  }

  private static Problem noRoom(HttpServletRequest request) {
    LOG.error("No room on the disk for {} {}", request.getMethod(), endpoint(request));
    return Problem.of(ProblemType.Common.STORAGE_FULL, "The disk is full.");
  }

  private static Problem unexpected(Throwable fault, HttpServletRequest request) {
    LOG.error("{} {} failed", request.getMethod(), endpoint(request), fault);
    return Problem.of(ProblemType.Common.INTERNAL, "The log of the server says more.");
  }

  /// Its pattern: paths hold names of people, and links that let somebody in.
  private static Object endpoint(HttpServletRequest request) {
    Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    return pattern == null ? "outside of endpoints" : pattern;
  }
}
