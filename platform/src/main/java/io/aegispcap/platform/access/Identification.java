package io.aegispcap.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/// A way of telling who sends a request, such as a cookie or a token.
public interface Identification {

  /// Empty when the request does not use this way, or is of nobody.
  ///
  /// @throws org.springframework.security.core.AuthenticationException when it claims to be
  ///   somebody and is not
  Optional<Caller.Person> identify(HttpServletRequest request);
}
