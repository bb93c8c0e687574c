package io.aegispcap.platform.accounts.web;

import io.aegispcap.platform.web.Page;
import java.util.Optional;

/// Asks for the second factor.
///
/// @param next where to go then
public record CodePage(String next, Optional<String> error) implements Page {

  @Override
  public String title() {
    return "Your code";
  }

  @Override
  public String template() {
    return "accounts/code";
  }
}
