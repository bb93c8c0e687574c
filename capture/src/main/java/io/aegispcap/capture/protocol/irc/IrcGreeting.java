package io.aegispcap.capture.protocol.irc;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Recognition;
import java.util.regex.Pattern;

/// Tells IRC by the first lines (RFC 2812 3.1, IRCv3 capability negotiation). FTP and POP3 have
/// `USER` and `PASS` too: they do not suffice.
final class IrcGreeting {
  private static final int LOOKED_AT = 512;
  private static final Pattern NICK = Pattern.compile("NICK :?[^\\s:,*?!@]{1,32} ?");
  private static final Pattern USER =
      Pattern.compile("USER \\S{1,64} \\S{1,64} \\S{1,128} :?.{0,128}");
  private static final Pattern CAPABILITIES =
      Pattern.compile("CAP (?:LS(?: \\d{3})?|REQ :.{1,200}|END) ?");
  private static final Pattern SERVER =
      Pattern.compile(
          "(?::[A-Za-z0-9._-]{1,64} (?:NOTICE \\S{1,64} :.*|00[1-4] \\S{1,64} .*|020 .*|CAP \\S{1,64} LS.*)"
              + "|NOTICE (?:AUTH|\\*) :.*)");

  private IrcGreeting() {}

  static Recognition client(Bytes first) {
    if (first.length() == 0) {
      return Recognition.MORE;
    }
    int letter = first.u8(0);
    if (letter != 'N' && letter != 'U' && letter != 'P' && letter != 'C') {
      return Recognition.NO;
    }
    for (String line : lines(first)) {
      if (NICK.matcher(line).matches()
          || CAPABILITIES.matcher(line).matches()
          || USER.matcher(line).matches()) {
        return Recognition.YES;
      }
      if (!line.startsWith("PASS ")) {
        return Recognition.NO;
      }
    }
    return more(first, "NICK ", "USER ", "PASS ", "CAP ");
  }

  static Recognition server(Bytes first) {
    if (first.length() == 0) {
      return Recognition.MORE;
    }
    if (first.u8(0) != ':' && first.u8(0) != 'N') {
      return Recognition.NO;
    }
    String[] lines = lines(first);
    if (lines.length > 0) {
      return SERVER.matcher(lines[0]).matches() ? Recognition.YES : Recognition.NO;
    }
    return more(first, ":", "NOTICE ");
  }

  /// Whether an unfinished first line may still become one of these.
  private static Recognition more(Bytes first, String... beginnings) {
    String text = first.latin1(0, Math.min(first.length(), LOOKED_AT));
    for (String beginning : beginnings) {
      int length = Math.min(text.length(), beginning.length());
      if (text.regionMatches(0, beginning, 0, length) && first.length() < LOOKED_AT) {
        return Recognition.MORE;
      }
    }
    return Recognition.NO;
  }

  private static String[] lines(Bytes first) {
    String text = first.latin1(0, Math.min(first.length(), LOOKED_AT));
    int end = text.lastIndexOf('\n');
    return end < 0 ? new String[0] : text.substring(0, end).replace("\r", "").split("\n", 4);
  }
}
