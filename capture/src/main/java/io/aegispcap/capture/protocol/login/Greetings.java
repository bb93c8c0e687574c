package io.aegispcap.capture.protocol.login;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Recognition;
import java.util.Locale;
import java.util.Set;

/// Tells protocols of lines apart by what they say first. FTP and SMTP both greet with `220`, FTP
/// and POP3 clients both begin with `USER`: then a later line decides.
final class Greetings {
  private static final int LINES = 4;
  private static final Set<String> FTP =
      Set.of(
          "FEAT", "OPTS", "SYST", "PASV", "EPSV", "PORT", "TYPE", "CWD", "PWD", "CLNT", "ACCT",
          "PBSZ");
  private static final Set<String> POP3 =
      Set.of("CAPA", "APOP", "STLS", "UIDL", "RETR", "STAT", "TOP");
  private static final Set<String> IMAP =
      Set.of("CAPABILITY", "LOGIN", "AUTHENTICATE", "STARTTLS", "SELECT", "EXAMINE");

  private Greetings() {}

  static Recognition ftpServer(Bytes first) {
    return twoTwenty(
        first, "ftp|filezilla", "smtp|postfix|exim|sendmail", Set.of(230, 234, 331, 530));
  }

  static Recognition smtpServer(Bytes first) {
    return twoTwenty(first, "smtp|postfix|exim|sendmail", "ftp|filezilla", Set.of(250));
  }

  /// A `220` greeting that names itself, or a later reply that only one of the protocols has.
  private static Recognition twoTwenty(Bytes first, String own, String other, Set<Integer> codes) {
    if (!beginsLike(first, "220")) {
      return Recognition.NO;
    }
    String[] lines = Words.lines(first, LINES);
    for (String line : lines) {
      int code = Words.code(line);
      String text = line.toLowerCase(Locale.ROOT);
      if ((code == 220 && containsAny(text, own)) || codes.contains(code)) {
        return Recognition.YES;
      }
      if (code == 220 && containsAny(text, other)) {
        return Recognition.NO;
      }
    }
    return lines.length > LINES || !Words.isText(first) ? Recognition.NO : Recognition.MORE;
  }

  private static boolean containsAny(String text, String words) {
    for (String word : words.split("\\|", -1)) {
      if (text.contains(word)) {
        return true;
      }
    }
    return false;
  }

  static Recognition ftpClient(Bytes first) {
    return commands(first, FTP, "AUTH TLS", "USER");
  }

  static Recognition pop3Client(Bytes first) {
    return commands(first, POP3, "AUTH PLAIN", "USER");
  }

  static Recognition smtpClient(Bytes first) {
    return commands(first, Set.of("EHLO", "HELO"), "", "");
  }

  /// One of the protocol's own commands, of which only `USER` and `PASS` may stand before.
  private static Recognition commands(Bytes first, Set<String> own, String whole, String shared) {
    if (!Words.isText(first)) {
      return Recognition.NO;
    }
    String[] lines = Words.lines(first, LINES);
    for (String line : lines) {
      String verb = Words.verb(line);
      if (own.contains(verb)
          || (!whole.isEmpty() && line.toUpperCase(Locale.ROOT).startsWith(whole))) {
        return Recognition.YES;
      }
      if (shared.isEmpty() || (!verb.equals(shared) && !verb.equals("PASS"))) {
        return Recognition.NO;
      }
    }
    return first.length() < 1024 ? Recognition.MORE : Recognition.NO;
  }

  static Recognition pop3Server(Bytes first) {
    return beginsWith(first, "+OK ");
  }

  static Recognition imapServer(Bytes first) {
    Recognition ready = beginsWith(first, "* OK");
    return ready == Recognition.NO ? beginsWith(first, "* PREAUTH") : ready;
  }

  static Recognition imapClient(Bytes first) {
    if (!Words.isText(first)) {
      return Recognition.NO;
    }
    String[] lines = Words.lines(first, 1);
    if (lines.length == 0) {
      return first.length() < 256 ? Recognition.MORE : Recognition.NO;
    }
    boolean named = IMAP.contains(Words.verb(Words.rest(lines[0])));
    return named && Words.first(lines[0]).length() <= 16 ? Recognition.YES : Recognition.NO;
  }

  private static Recognition beginsWith(Bytes first, String text) {
    if (!beginsLike(first, text)) {
      return Recognition.NO;
    }
    return first.length() >= text.length() ? Recognition.YES : Recognition.MORE;
  }

  private static boolean beginsLike(Bytes first, String text) {
    int length = Math.min(first.length(), text.length());
    return first.latin1(0, length).equals(text.substring(0, length));
  }
}
