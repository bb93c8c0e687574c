package io.aegispcap.platform.accounts.web;

import io.aegispcap.platform.web.Page;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/// Where people enter.
///
/// @param handle as typed before
/// @param next where to go then
/// @param open whether anybody may open an account
/// @param passkeys whether browsers take passkeys at the address of this page
public record SignInPage(
    String handle,
    String next,
    boolean open,
    boolean passkeys,
    Optional<String> error,
    HttpStatus status)
    implements Page {

  @Override
  public String title() {
    return "Sign in";
  }

  @Override
  public String template() {
    return "accounts/sign-in";
  }
}
