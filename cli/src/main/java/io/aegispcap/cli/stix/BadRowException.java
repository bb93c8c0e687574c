package io.aegispcap.cli.stix;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;

/// A row that lacks what its command needs.
final class BadRowException extends Exception {
  private static final long serialVersionUID = 1L;

  BadRowException(String reason) {
    super(reason);
  }

  static String text(JsonObject row, String name) throws BadRowException {
    return row.text(name)
        .orElseThrow(() -> new BadRowException("the row needs " + name + ", a string"));
  }

  static JsonObject object(JsonObject row, String name) throws BadRowException {
    if (value(row, name) instanceof JsonObject object) {
      return object;
    }
    throw new BadRowException(name + " must be an object");
  }

  static JsonValue value(JsonObject row, String name) throws BadRowException {
    return row.find(name).orElseThrow(() -> new BadRowException("the row needs " + name));
  }
}
