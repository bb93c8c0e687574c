package io.aegispcap.capture.protocol.login;

import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.FactWriter;

/// Somebody gave a name, and usually a password, to a service. Passwords are never kept.
///
/// @param protocol such as `ftp` or `smtp`
/// @param frameId frame of the credentials
/// @param timestamp nanoseconds since 1970-01-01T00:00:00Z of `frameId`
/// @param user at most 256 characters; empty when it was not seen or the mechanism hides it
/// @param mechanism `USER/PASS`, `LOGIN`, or the name of a SASL mechanism such as `PLAIN`
/// @param cleartext whether the password itself could be read on the wire
public record LoginAttempt(
    String protocol,
    long frameId,
    long timestamp,
    String user,
    String mechanism,
    Outcome outcome,
    boolean cleartext)
    implements Fact {

  /// What the service said to it.
  public enum Outcome {
    ACCEPTED,
    REFUSED,
    /// No answer was seen, or it says neither.
    UNKNOWN;

    /// The value of ECS `event.outcome`.
    String ecs() {
      return switch (this) {
        case ACCEPTED -> "success";
        case REFUSED -> "failure";
        case UNKNOWN -> "unknown";
      };
    }
  }

  @Override
  public void describe(FactWriter out) {
    out.text("user.name", user);
    out.text("event.outcome", outcome.ecs());
    out.text("login.mechanism", mechanism);
    out.flag("login.cleartext", cleartext);
  }
}
