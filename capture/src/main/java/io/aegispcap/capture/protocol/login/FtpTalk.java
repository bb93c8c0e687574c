package io.aegispcap.capture.protocol.login;

import io.aegispcap.capture.protocol.login.LoginAttempt.Outcome;

/// FTP up to the login that succeeds, or to TLS (RFC 959 5.4, RFC 4217).
final class FtpTalk implements Talk {
  private final Attempts attempts;
  private String user = "";
  private boolean onlyUser;
  private boolean securing;

  FtpTalk(Attempts attempts) {
    this.attempts = attempts;
  }

  @Override
  public boolean command(String line) {
    switch (Words.verb(line)) {
      case "USER" -> {
        end();
        user = Words.rest(line);
        attempts.begin(user, "USER", true);
        onlyUser = true;
      }
      case "PASS" -> {
        forgetUserAlone();
        attempts.begin(user, "USER/PASS", true);
      }
      case "AUTH" -> securing = true;
      default -> {
        // Commands that are no part of a login.
      }
    }
    return true;
  }

  @Override
  public boolean reply(String line) {
    int code = Words.code(line);
    if (code == 220) {
      attempts.greet(line.substring(Math.min(4, line.length())));
    }
    if (securing && code != 0) {
      securing = false;
      return code != 234 && code != 334;
    }
    return code < 200 || settle(code);
  }

  private boolean settle(int code) {
    if (!attempts.isWaiting() || code / 100 == 3 || code == 220) {
      return true;
    }
    boolean accepted = code == 230 || code == 232;
    if (accepted || code >= 400) {
      onlyUser = false;
      attempts.end(accepted ? Outcome.ACCEPTED : Outcome.REFUSED);
    }
    return !accepted;
  }

  /// A name alone is an attempt only when the service answers it with more than a question.
  private void forgetUserAlone() {
    if (onlyUser) {
      attempts.forget();
      onlyUser = false;
    }
  }

  @Override
  public void end() {
    forgetUserAlone();
    attempts.end(Outcome.UNKNOWN);
  }
}
