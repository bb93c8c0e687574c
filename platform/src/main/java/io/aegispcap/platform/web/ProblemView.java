package io.aegispcap.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.View;
import tools.jackson.databind.json.JsonMapper;

/// Writes a problem: a page to people, RFC 9457 to programs.
final class ProblemView implements View {
  private final Pages pages;
  private final JsonMapper json;
  private final Problem problem;
  private final String path;

  /// @param path what was asked for, which an error dispatch hides
  ProblemView(Pages pages, JsonMapper json, Problem problem, String path) {
    this.pages = pages;
    this.json = json;
    this.problem = problem;
    this.path = path;
  }

  @Override
  public void render(
      @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    problem
        .retryAfter()
        .ifPresent(
            wait ->
                response.setHeader(
                    HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait.toSeconds()))));
    if (wantsPage(request)) {
      pages.view(new ProblemPage(problem, RequestIds.of(request))).render(model, request, response);
    } else {
      response.setStatus(problem.type().status().value());
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      response.getOutputStream().write(json.writeValueAsBytes(members(request)));
    }
  }

  private boolean wantsPage(HttpServletRequest request) {
    String accepted = request.getHeader(HttpHeaders.ACCEPT);
    return !path.startsWith("/api/")
        && accepted != null
        && accepted.contains(MediaType.TEXT_HTML_VALUE);
  }

  private Map<String, Object> members(HttpServletRequest request) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("type", problem.type().uri());
    members.put("title", problem.type().title());
    members.put("status", problem.type().status().value());
    members.put("detail", problem.detail());
    members.put("instance", path);
    members.putAll(problem.more());
    RequestIds.of(request).ifPresent(id -> members.put("request_id", id));
    return members;
  }
}
