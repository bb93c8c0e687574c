package io.aegispcap.platform.captures.flows.web;

import io.aegispcap.platform.captures.AnalysisId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a list goes on. An analysis never changes, so a place in it stays what it is.
///
/// @param offset how many come before
record Cursor(AnalysisId analysis, long offset) {
  private static final Pattern FORM = Pattern.compile("([0-9a-f-]{36})\\.([0-9]{1,12})");

  @Override
  public String toString() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((analysis + "." + offset).getBytes(StandardCharsets.US_ASCII));
  }

  /// How many come before, in the analysis that is shown.
  static long offset(String text, AnalysisId shown) {
    if (text.isEmpty()) {
      return 0;
    }
    Cursor cursor = parse(text).orElseThrow(() -> Wanted.bad("The cursor is none of ours."));
    if (!cursor.analysis.equals(shown)) {
      throw Wanted.bad(
          "The capture was analysed anew since that cursor was handed out: begin again without one.");
    }
    return cursor.offset;
  }

  private static Optional<Cursor> parse(String text) {
    try {
      String decoded = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
      Matcher parts = FORM.matcher(decoded);
      if (!parts.matches()) {
        return Optional.empty();
      }
      return Optional.of(
          new Cursor(
              new AnalysisId(UUID.fromString(parts.group(1))), Long.parseLong(parts.group(2))));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
