package io.aegispcap.platform.accounts.web;

import java.util.Optional;

/// The provider, as pages show it.
///
/// @param name what people call it
/// @param linked whether the account is linked to it
public record SingleSignOn(String name, boolean linked) {

  /// What went wrong there, by what the address bar says.
  static Optional<String> problem(Optional<String> code) {
    return code.map(
        said ->
            switch (said) {
              case "unknown" ->
                  "No account here is linked to that login. Sign in with your handle, then link it"
                      + " under Sign-in and security.";
              case "taken" -> "Another account here is linked to that login.";
              default -> "That did not work. Try again, or sign in with your handle.";
            });
  }
}
