package io.aegispcap.platform.database;

import tools.jackson.databind.json.JsonMapper;

/// Values as PostgreSQL takes them for columns of type `jsonb`.
public final class Jsonb {

  private Jsonb() {}

  /// It refuses NUL, which texts from captures may hold.
  public static String of(Object value, JsonMapper json) {
    return json.writeValueAsString(value).replace("\\u0000", "\\ufffd");
  }
}
