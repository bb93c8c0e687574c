package io.aegispcap.platform.accounts.web;

import io.aegispcap.platform.web.Page;

/// Where somebody with a link chooses a new password.
public record ResetPage(String action) implements Page {

  @Override
  public String title() {
    return "Choose a new password";
  }

  @Override
  public String template() {
    return "accounts/reset";
  }
}
