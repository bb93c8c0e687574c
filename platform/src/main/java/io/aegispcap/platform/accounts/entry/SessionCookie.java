package io.aegispcap.platform.accounts.entry;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Identification;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/// Knows browsers by a cookie that scripts can't read.
@Component
public class SessionCookie implements Identification {
  private static final String NAME = "aegis_session";
  private static final Duration KEPT = Duration.ofDays(90);

  private final Sessions sessions;

  SessionCookie(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public Optional<Caller.Person> identify(HttpServletRequest request) {
    return read(request).flatMap(sessions::find);
  }

  public Optional<Secret> read(HttpServletRequest request) {
    Cookie[] cookies = Objects.requireNonNullElse(request.getCookies(), new Cookie[0]);
    return Arrays.stream(cookies)
        .filter(cookie -> cookie.getName().equals(NAME))
        .map(cookie -> new Secret(cookie.getValue()))
        .findFirst();
  }

  public void write(HttpServletRequest request, HttpServletResponse response, Secret session) {
    send(request, response, session.text(), KEPT);
  }

  public void clear(HttpServletRequest request, HttpServletResponse response) {
    send(request, response, "", Duration.ZERO);
  }

  private static void send(
      HttpServletRequest request, HttpServletResponse response, String value, Duration kept) {
    ResponseCookie cookie =
        ResponseCookie.from(NAME, value)
            .path("/")
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .maxAge(kept)
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }
}
