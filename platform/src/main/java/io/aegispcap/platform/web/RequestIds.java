package io.aegispcap.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Gives each request an id, the one that came with it where that is well-formed. It is in the
/// answer, in problems, and in every line that is logged on the way.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class RequestIds extends OncePerRequestFilter {
  public static final String HEADER = "X-Request-Id";

  /// As the Elastic Common Schema spells it.
  static final String LOG_KEY = "http.request.id";

  private static final String GIVEN = RequestIds.class.getName() + ".GIVEN";
  private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._-]{8,64}");
  private static final int BYTES = 16;

  private final SecureRandom random;

  RequestIds(SecureRandom random) {
    this.random = random;
  }

  /// Empty before the request came to this filter.
  public static Optional<String> of(HttpServletRequest request) {
    return Optional.ofNullable((String) request.getAttribute(GIVEN));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain rest)
      throws ServletException, IOException {
    String id = of(request).orElseGet(() -> choose(request));
    request.setAttribute(GIVEN, id);
    response.setHeader(HEADER, id);
    try (MDC.MDCCloseable _ = MDC.putCloseable(LOG_KEY, id)) {
      rest.doFilter(request, response);
    }
  }

  private String choose(HttpServletRequest request) {
    String sent = request.getHeader(HEADER);
    return sent != null && WELL_FORMED.matcher(sent).matches() ? sent : make();
  }

  private String make() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /// Later rounds of a request have the same id.
  @Override
  protected boolean shouldNotFilterAsyncDispatch() {
    return false;
  }

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }
}
