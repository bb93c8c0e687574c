package io.aegispcap.platform.accounts.web;

import io.aegispcap.platform.accounts.entry.Session;
import io.aegispcap.platform.accounts.passkey.Passkey;
import io.aegispcap.platform.web.Page;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/// How somebody enters, and where they are signed in.
///
/// @param recoveryCodesLeft of the second factor; empty when it is off
/// @param passkeysWork whether browsers take passkeys at the address of this page
/// @param singleSignOn empty when there is none
public record SecurityPage(
    List<Session> sessions,
    Optional<Integer> recoveryCodesLeft,
    List<Passkey> passkeys,
    boolean passkeysWork,
    Optional<SingleSignOn> singleSignOn,
    boolean saved,
    Optional<String> error)
    implements Page {
  public SecurityPage {
    sessions = List.copyOf(sessions);
    passkeys = List.copyOf(passkeys);
  }

  /// Browser and system, such as "Firefox on Linux".
  public String browser(Session session) {
    return UserAgent.described(session.origin().agent());
  }

  @Override
  public String title() {
    return "Sign-in and security";
  }

  @Override
  public String template() {
    return "accounts/security";
  }

  @Override
  public HttpStatus status() {
    return error.isPresent() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK;
  }
}
