package io.aegispcap.capture.protocol.syslog;

import io.aegispcap.capture.protocol.Bytes;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What stands before a message (RFC 5424 6.2, RFC 3164 4.1).
///
/// @param priority 0 to 191: eight times the facility plus the severity
/// @param host empty when it is not said
/// @param app likewise
record SyslogHeader(int priority, String host, String app) {
  private static final int LOOKED_AT = 256;
  private static final int HIGHEST = 191;
  private static final Pattern NEW =
      Pattern.compile(
          "<(\\d{1,3})>1 (?:-|\\d{4}-\\d\\d-\\d\\dT\\S{1,40}) (\\S{1,128}) (\\S{1,48}) \\S{1,128} \\S{1,32}[ \\n].*",
          Pattern.DOTALL);
  private static final Pattern OLD =
      Pattern.compile(
          "<(\\d{1,3})>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ 0-3]\\d \\d\\d:\\d\\d:\\d\\d"
              + " (?:([A-Za-z0-9_.:-]{0,127}[A-Za-z0-9_.-]) )?([A-Za-z0-9_./-]{1,64})?.*",
          Pattern.DOTALL);

  static Optional<SyslogHeader> of(Bytes data) {
    if (data.length() < 5 || data.u8(0) != '<') {
      return Optional.empty();
    }
    String text = data.latin1(0, Math.min(data.length(), LOOKED_AT));
    Matcher matcher = NEW.matcher(text);
    if (!matcher.matches()) {
      matcher = OLD.matcher(text);
    }
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int priority = Integer.parseInt(matcher.group(1));
    return priority > HIGHEST
        ? Optional.empty()
        : Optional.of(new SyslogHeader(priority, said(matcher, 2), said(matcher, 3)));
  }

  private static String said(Matcher matcher, int group) {
    String text = matcher.group(group);
    return text == null || text.equals("-") ? "" : text;
  }

  int severity() {
    return priority & 7;
  }

  int facility() {
    return priority >> 3;
  }
}
