package io.aegispcap.capture.protocol.login;

import io.aegispcap.capture.protocol.login.LoginAttempt.Outcome;

/// IMAP up to the login that succeeds, or to TLS (RFC 9051 6.2).
final class ImapTalk implements Talk {
  private final Attempts attempts;
  private final SaslLogin sasl;
  private String tag = "";
  private boolean securing;
  private boolean userFollows;

  ImapTalk(Attempts attempts) {
    this.attempts = attempts;
    this.sasl = new SaslLogin(attempts);
  }

  @Override
  public boolean command(String line) {
    if (userFollows) {
      userFollows = false;
      attempts.identify(argument(line));
      return true;
    }
    if (sasl.take(line)) {
      return true;
    }
    String command = Words.rest(line);
    switch (Words.verb(command)) {
      case "LOGIN" -> {
        tag = Words.first(line);
        login(Words.rest(command));
      }
      case "AUTHENTICATE" -> {
        tag = Words.first(line);
        sasl.begin(Words.rest(command));
      }
      case "STARTTLS" -> {
        tag = Words.first(line);
        securing = true;
      }
      default -> {
        // Commands that are no part of a login, and what follows a literal's length.
      }
    }
    return true;
  }

  private void login(String arguments) {
    userFollows = arguments.startsWith("{"); // a literal: its text is on the next line
    attempts.begin(userFollows ? "" : argument(arguments), "LOGIN", true);
  }

  /// The first argument: quoted, or up to a space (RFC 9051 4).
  private static String argument(String text) {
    if (!text.startsWith("\"")) {
      return Words.first(text);
    }
    StringBuilder value = new StringBuilder();
    for (int i = 1; i < text.length() && text.charAt(i) != '"'; i++) {
      if (text.charAt(i) == '\\' && i + 1 < text.length()) {
        i++;
      }
      value.append(text.charAt(i));
    }
    return value.toString();
  }

  @Override
  public boolean reply(String line) {
    if (line.startsWith("* ")) {
      attempts.greet(Words.rest(Words.rest(line)));
      return true;
    }
    if (tag.isEmpty() || !Words.first(line).equals(tag)) {
      return true;
    }
    boolean accepted = Words.verb(Words.rest(line)).equals("OK");
    tag = "";
    if (!securing) {
      sasl.end(accepted ? Outcome.ACCEPTED : Outcome.REFUSED);
    }
    securing = false;
    return !accepted;
  }

  @Override
  public void end() {
    sasl.end(Outcome.UNKNOWN);
  }
}
