package io.aegispcap.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/// Sends people who look at a page to sign in and back; tells programs to.
final class SignInEntryPoint implements AuthenticationEntryPoint {

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException missing)
      throws IOException {
    String accepted = request.getHeader(HttpHeaders.ACCEPT);
    boolean looks =
        "GET".equals(request.getMethod())
            && accepted != null
            && accepted.contains(MediaType.TEXT_HTML_VALUE);
    if (looks && !request.getRequestURI().startsWith("/api/")) {
      String query = request.getQueryString();
      String wanted = request.getRequestURI() + (query == null ? "" : "?" + query);
      response.sendRedirect("/sign-in?next=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8));
    } else {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
      response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
    }
  }
}
