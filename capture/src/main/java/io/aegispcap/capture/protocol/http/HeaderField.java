package io.aegispcap.capture.protocol.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The header fields that are read.
enum HeaderField {
  HOST,
  SERVER,
  REFERER,
  USER_AGENT,
  CONTENT_TYPE,
  AUTHORIZATION,
  CONTENT_LENGTH,
  CONTENT_ENCODING,
  TRANSFER_ENCODING,
  CONTENT_DISPOSITION,
  UPGRADE,
  WWW_AUTHENTICATE,
  PROXY_AUTHENTICATE,
  PROXY_AUTHORIZATION,
  SEC_WEBSOCKET_PROTOCOL;

  static final int COUNT = values().length;
  private static final List<List<HeaderField>> BY_LENGTH = byLength();

  private final String wireName = name().toLowerCase(Locale.ROOT).replace('_', '-');

  private static List<List<HeaderField>> byLength() {
    List<List<HeaderField>> fields = new ArrayList<>();
    for (HeaderField field : values()) {
      while (fields.size() <= field.wireName.length()) {
        fields.add(new ArrayList<>(2));
      }
      fields.get(field.wireName.length()).add(field);
    }
    return fields;
  }

  /// Index of the field whose name stands there; -1 when it is not read.
  static int indexOf(byte[] bytes, int from, int length) {
    if (length >= BY_LENGTH.size()) {
      return -1;
    }
    List<HeaderField> fields = BY_LENGTH.get(length);
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).standsAt(bytes, from)) {
        return fields.get(i).ordinal();
      }
    }
    return -1;
  }

  private boolean standsAt(byte[] bytes, int from) {
    for (int i = 0; i < wireName.length(); i++) {
      if ((bytes[from + i] | 0x20) != (wireName.charAt(i) | 0x20)) {
        return false;
      }
    }
    return true;
  }
}
