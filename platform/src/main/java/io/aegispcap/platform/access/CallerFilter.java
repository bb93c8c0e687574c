package io.aegispcap.platform.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/// Finds out who calls, once per request: what a request is dispatched to later, such as a page
/// about an error, has the same caller without asking again, since asking may be what failed.
public final class CallerFilter extends OncePerRequestFilter {
  private static final String ASKED = CallerFilter.class.getName() + ".ASKED";
  private static final String FOUND = CallerFilter.class.getName() + ".FOUND";

  private final List<Identification> ways;

  public CallerFilter(List<Identification> ways) {
    this.ways = List.copyOf(ways);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain rest)
      throws ServletException, IOException {
    try {
      caller(request).ifPresent(CallerFilter::admit);
    } catch (AuthenticationException _) {
      response.setHeader("WWW-Authenticate", "Bearer");
      response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
      return;
    }
    rest.doFilter(request, response);
  }

  private Optional<Caller.Person> caller(HttpServletRequest request) {
    if (request.getAttribute(ASKED) == null) {
      request.setAttribute(ASKED, true);
      return identify(request);
    }
    return request.getAttribute(FOUND) instanceof Caller.Person person
        ? Optional.of(person)
        : Optional.empty();
  }

  private Optional<Caller.Person> identify(HttpServletRequest request) {
    for (Identification way : ways) {
      Optional<Caller.Person> found = way.identify(request);
      if (found.isPresent()) {
        request.setAttribute(FOUND, found.get());
        return found;
      }
    }
    return Optional.empty();
  }

  private static void admit(Caller.Person person) {
    SecurityContextHolder.setContext(
        new SecurityContextImpl(
            UsernamePasswordAuthenticationToken.authenticated(person, null, List.of())));
  }

  @Override
  protected boolean shouldNotFilterAsyncDispatch() {
    return false;
  }

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  /// Within another dispatch, where the outer filter is still at work.
  @Override
  protected void doFilterNestedErrorDispatch(
      HttpServletRequest request, HttpServletResponse response, FilterChain rest)
      throws ServletException, IOException {
    doFilterInternal(request, response, rest);
  }

  /// Files of ours are the same for everybody, and whoever asks after our health is to hear of it
  /// while the database, which knows people, is gone.
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path.startsWith("/assets/")
        || path.startsWith("/webjars/")
        || path.startsWith("/actuator/");
  }
}
