package io.aegispcap.capture.protocol.login;

import io.aegispcap.capture.protocol.login.LoginAttempt.Outcome;
import org.jspecify.annotations.Nullable;

/// A login by SASL inside another protocol: from its command to the reply that ends it.
final class SaslLogin {
  private final Attempts attempts;
  private @Nullable Sasl sasl;

  SaslLogin(Attempts attempts) {
    this.attempts = attempts;
  }

  /// @param arguments the mechanism, and the first response if it comes along
  void begin(String arguments) {
    if (arguments.isEmpty()) {
      return; // a client that asks for the list of mechanisms (RFC 5034 4)
    }
    Sasl begun = new Sasl(Words.first(arguments));
    attempts.begin("", begun.mechanism(), begun.isCleartext());
    sasl = begun;
    String initial = Words.rest(arguments);
    if (!initial.isEmpty()) {
      take(initial);
    }
  }

  /// @return whether the line was a response and no command
  boolean take(String line) {
    if (sasl == null) {
      return false;
    }
    if (line.equals("*")) {
      sasl = null;
      attempts.forget();
      return true;
    }
    sasl.respond(line);
    attempts.identify(sasl.user());
    return true;
  }

  void end(Outcome outcome) {
    sasl = null;
    attempts.end(outcome);
  }
}
