package io.aegispcap.platform.api.web;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.CurrentCaller;
import io.aegispcap.platform.api.Allowances;
import io.aegispcap.platform.api.Allowances.Allowance;
import io.aegispcap.platform.api.RateLimitSettings;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses what is asked too often, and tells everybody how much they have left. A person's
/// programs share one allowance and their browsers another, so that a script that runs wild locks
/// nobody out.
@Component
@Order(FilterOrder.RATE_LIMIT)
class RateLimitFilter extends OncePerRequestFilter {
  private final CurrentCaller callers;
  private final Allowances allowances;
  private final RateLimitSettings settings;
  private final RateLimitRefusal refusal;

  RateLimitFilter(
      CurrentCaller callers,
      Allowances allowances,
      RateLimitSettings settings,
      RateLimitRefusal refusal) {
    this.callers = callers;
    this.allowances = allowances;
    this.settings = settings;
    this.refusal = refusal;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain rest)
      throws ServletException, IOException {
    Caller caller = callers.get();
    int limit = caller instanceof Caller.Person ? settings.person() : settings.visitor();
    if (limit <= 0) {
      rest.doFilter(request, response);
      return;
    }
    Allowance allowance = allowances.take(key(caller, request), limit);
    RateLimitRefusal.tell(allowance, response);
    if (allowance.exceeded()) {
      refusal.send(allowance, request, response);
    } else {
      rest.doFilter(request, response);
    }
  }

  private static String key(Caller caller, HttpServletRequest request) {
    return switch (caller) {
      case Caller.Visitor _ -> "visitor " + new Network(request.getRemoteAddr());
      case Caller.Person person ->
          (request.getHeader(HttpHeaders.AUTHORIZATION) == null ? "browser " : "program ")
              + person.id();
    };
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return RateLimitRefusal.isFree(request.getRequestURI());
  }
}
