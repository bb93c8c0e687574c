package io.aegispcap.platform.captures.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Leaves the body of uploads to their endpoint, which reads it once and keeps none of it in
/// memory. Else whoever asks for a parameter first, such as the check of forms, would have it read
/// whole, within the small limits of other forms.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class StreamedForms extends OncePerRequestFilter {
  private static final Set<String> PATHS = Set.of("/captures", "/api/v1/captures");

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !"POST".equals(request.getMethod())
        || !PATHS.contains(request.getRequestURI())
        || !(isMultipart(request) || byToken(request));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain rest)
      throws ServletException, IOException {
    rest.doFilter(new StreamedRequest(request), response);
  }

  private static boolean isMultipart(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
  }

  /// Programs need no token in a form. curl says of any body that it is one.
  private static boolean byToken(HttpServletRequest request) {
    return request.getHeader(HttpHeaders.AUTHORIZATION) != null;
  }
}
