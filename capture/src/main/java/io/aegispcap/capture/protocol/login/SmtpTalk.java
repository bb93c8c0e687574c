package io.aegispcap.capture.protocol.login;

import io.aegispcap.capture.protocol.login.LoginAttempt.Outcome;
import java.util.Locale;

/// SMTP up to TLS: logins and envelopes (RFC 5321, RFC 4954, RFC 3207). Mail text is passed over.
final class SmtpTalk implements Talk {
  private final Attempts attempts;
  private final SaslLogin sasl;
  private final Envelope envelope;
  private boolean securing;
  private boolean inText;

  SmtpTalk(Attempts attempts) {
    this.attempts = attempts;
    this.sasl = new SaslLogin(attempts);
    this.envelope = new Envelope(attempts.conversation());
  }

  @Override
  public boolean command(String line) {
    if (inText) {
      inText = !line.equals(".");
      return true;
    }
    if (sasl.take(line)) {
      return true;
    }
    switch (Words.verb(line)) {
      case "EHLO", "HELO" -> envelope.greet(Words.rest(line));
      case "AUTH" -> sasl.begin(Words.rest(line));
      case "STARTTLS" -> securing = true;
      case "MAIL" -> envelope.from(path(line));
      case "RCPT" -> envelope.to(path(line));
      case "DATA" -> {
        envelope.end();
        inText = true;
      }
      case "BDAT" -> {
        return false; // binary text follows, whose lines mean nothing
      }
      default -> {
        // Commands that say nothing of who.
      }
    }
    return true;
  }

  /// The address of `MAIL FROM:<a@b>`; angle brackets are often left out.
  private static String path(String line) {
    int colon = line.indexOf(':');
    if (colon < 0
        || !line.substring(0, colon).toUpperCase(Locale.ROOT).matches("(MAIL FROM|RCPT TO) *")) {
      return "";
    }
    String path = line.substring(colon + 1).strip();
    int end = path.indexOf('>');
    return path.startsWith("<") && end > 0 ? path.substring(1, end) : Words.first(path);
  }

  @Override
  public boolean reply(String line) {
    int code = Words.code(line);
    if (code == 220) {
      attempts.greet(line.substring(Math.min(4, line.length())));
    }
    if (securing && code != 0) {
      securing = false;
      return code != 220;
    }
    if (code == 235 || (code >= 400 && attempts.isWaiting())) {
      sasl.end(code == 235 ? Outcome.ACCEPTED : Outcome.REFUSED);
    }
    inText &= code < 400;
    return true;
  }

  @Override
  public void end() {
    sasl.end(Outcome.UNKNOWN);
    envelope.end();
  }
}
