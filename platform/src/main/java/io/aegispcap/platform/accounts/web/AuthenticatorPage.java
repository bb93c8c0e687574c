package io.aegispcap.platform.accounts.web;

import io.aegispcap.platform.web.Page;
import java.util.Optional;

/// Sets the second factor up.
///
/// @param key to type into the app
/// @param link to open the app with
/// @param qr the link, to scan
public record AuthenticatorPage(String key, String link, QrDrawing qr, Optional<String> error)
    implements Page {

  @Override
  public String title() {
    return "Set up an authenticator";
  }

  @Override
  public String template() {
    return "accounts/authenticator";
  }
}
