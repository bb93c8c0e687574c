package io.aegispcap.platform.accounts.token;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Identification;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.stereotype.Component;

/// Knows programs by `Authorization: Bearer aegis_...`. Pages are for people: there a token is
/// nobody.
@Component
class BearerToken implements Identification {
  private static final String SCHEME = "Bearer ";

  private final ApiTokens tokens;

  BearerToken(ApiTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public Optional<Caller.Person> identify(HttpServletRequest request) {
    String sent = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (sent == null || !sent.startsWith(SCHEME) || !isForPrograms(request.getRequestURI())) {
      return Optional.empty();
    }
    return Optional.of(
        tokens
            .find(sent.substring(SCHEME.length()).strip())
            .orElseThrow(() -> new BadCredentialsException("unknown or expired token")));
  }

  private static boolean isForPrograms(String path) {
    return path.startsWith("/api/") || path.startsWith("/taxii2/");
  }
}
