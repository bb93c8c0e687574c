package io.aegispcap.capture.protocol.login;

import io.aegispcap.capture.protocol.login.LoginAttempt.Outcome;

/// POP3 up to the login that succeeds, or to TLS (RFC 1939 4, RFC 5034, RFC 2595).
final class Pop3Talk implements Talk {
  private final Attempts attempts;
  private final SaslLogin sasl;
  private String user = "";
  private boolean userUnanswered;
  private boolean securing;

  Pop3Talk(Attempts attempts) {
    this.attempts = attempts;
    this.sasl = new SaslLogin(attempts);
  }

  @Override
  public boolean command(String line) {
    if (sasl.take(line)) {
      return true;
    }
    switch (Words.verb(line)) {
      case "USER" -> {
        user = Words.rest(line);
        userUnanswered = true;
      }
      case "PASS" -> attempts.begin(user, "USER/PASS", true);
      case "APOP" -> attempts.begin(Words.first(Words.rest(line)), "APOP", false);
      case "AUTH" -> sasl.begin(Words.rest(line));
      case "STLS" -> securing = true;
      default -> {
        // Commands that are no part of a login.
      }
    }
    return true;
  }

  @Override
  public boolean reply(String line) {
    boolean positive = line.startsWith("+OK");
    if (!positive && !line.startsWith("-ERR")) {
      return true;
    }
    attempts.greet(line.substring(positive ? 3 : 4));
    if (securing) {
      securing = false;
      return !positive;
    }
    if (userUnanswered) {
      userUnanswered = false;
      return true;
    }
    if (!attempts.isWaiting()) {
      return true;
    }
    sasl.end(positive ? Outcome.ACCEPTED : Outcome.REFUSED);
    return !positive;
  }

  @Override
  public void end() {
    sasl.end(Outcome.UNKNOWN);
  }
}
