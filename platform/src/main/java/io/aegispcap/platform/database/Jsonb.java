package io.aegispcap.platform.database;

import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/// Values as PostgreSQL takes them for columns of type `jsonb`.
public final class Jsonb {

  /// Behind a backslash that is escaped itself, the same characters are plain text.
  private static final Pattern NUL = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*+)\\\\u0000");

  private Jsonb() {}

  /// It refuses NUL, which texts from captures and plugins may hold.
  public static String of(Object value, JsonMapper json) {
    String text = json.writeValueAsString(value);
    return text.contains("\\u0000") ? NUL.matcher(text).replaceAll("$1\\\\ufffd") : text;
  }
}
