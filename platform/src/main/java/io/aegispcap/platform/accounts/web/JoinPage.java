package io.aegispcap.platform.accounts.web;

import io.aegispcap.platform.web.Page;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/// Where an account is opened.
///
/// @param action where the form goes
/// @param first whether it is the first account of this place
/// @param handle as typed before
/// @param name as typed before
public record JoinPage(
    String action, boolean first, String handle, String name, Optional<String> error)
    implements Page {

  @Override
  public String title() {
    return first ? "Set up AegisPCAP" : "Create your account";
  }

  @Override
  public String template() {
    return "accounts/join";
  }

  @Override
  public HttpStatus status() {
    return error.isPresent() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK;
  }
}
