package io.aegispcap.platform.api.web;

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

/// Counts requests whose token is refused, which never come to the other limit, by the address they
/// come from.
@Component
@Order(FilterOrder.FAILURES)
class FailureLimitFilter extends OncePerRequestFilter {
  private final Allowances allowances;
  private final RateLimitSettings settings;
  private final RateLimitRefusal refusal;

  FailureLimitFilter(Allowances allowances, RateLimitSettings settings, RateLimitRefusal refusal) {
    this.allowances = allowances;
    this.settings = settings;
    this.refusal = refusal;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain rest)
      throws ServletException, IOException {
    String sender = "refused " + new Network(request.getRemoteAddr());
    Allowance allowance = allowances.look(sender, settings.visitor());
    if (allowance.exceeded()) {
      RateLimitRefusal.tell(allowance, response);
      refusal.send(allowance, request, response);
      return;
    }
    rest.doFilter(request, response);
    if (response.getStatus() == HttpServletResponse.SC_UNAUTHORIZED) {
      allowances.take(sender, settings.visitor());
    }
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return settings.visitor() <= 0 || request.getHeader(HttpHeaders.AUTHORIZATION) == null;
  }
}
