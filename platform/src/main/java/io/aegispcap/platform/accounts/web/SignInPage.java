package io.aegispcap.platform.accounts.web;

import io.aegispcap.platform.web.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/// Where people enter.
///
/// @param handle as typed before
/// @param next where to go then
/// @param open whether anybody may open an account
/// @param singleSignOn what people call the provider they may enter through; empty when there is
///   none
/// @param passkeys whether browsers take passkeys at the address of this page
public record SignInPage(
    String handle,
    String next,
    boolean open,
    Optional<String> singleSignOn,
    boolean passkeys,
    Optional<String> error,
    HttpStatus status)
    implements Page {

  /// For the query of a link.
  public String encodedNext() {
    return URLEncoder.encode(next, StandardCharsets.UTF_8);
  }

  @Override
  public String title() {
    return "Sign in";
  }

  @Override
  public String template() {
    return "accounts/sign-in";
  }
}
