package io.aegispcap.platform.api.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Gives what the API answers to a GET an entity tag, and tells a caller who has it already that
/// nothing changed. Downloads and streams pass through.
@Component
@Order(FilterOrder.ENTITY_TAGS)
class EntityTagFilter extends OncePerRequestFilter {

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI();
    return !HttpMethod.GET.matches(request.getMethod())
        || !path.startsWith("/api/") && !path.equals("/openapi.json");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain rest)
      throws ServletException, IOException {
    TaggedResponse tagged = new TaggedResponse(request, response);
    rest.doFilter(request, tagged);
    tagged.finish();
  }
}
