package io.aegispcap.platform.alerts.inbox;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a list goes on: behind this alert.
///
/// @param severity 0 to 4
public record Cursor(int severity, long id) {
  private static final Pattern WRITTEN = Pattern.compile("([0-4])-([0-9]{1,18})");

  /// Empty when nobody gave such a cursor out.
  public static Optional<Cursor> parse(String text) {
    Matcher written = WRITTEN.matcher(text);
    return written.matches()
        ? Optional.of(
            new Cursor(Integer.parseInt(written.group(1)), Long.parseLong(written.group(2))))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return severity + "-" + id;
  }
}
