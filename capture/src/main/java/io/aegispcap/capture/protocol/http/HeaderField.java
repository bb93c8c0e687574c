package io.aegispcap.capture.protocol.http;

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
  CONTENT_DISPOSITION;

  static final int COUNT = values().length;
  private static final HeaderField[] BY_LENGTH = byLength();

  private final String wireName = name().toLowerCase(Locale.ROOT).replace('_', '-');

  private static HeaderField[] byLength() {
    HeaderField[] fields = new HeaderField[20];
    for (HeaderField field : values()) {
      fields[field.wireName.length()] = field;
    }
    return fields;
  }

  /// Index of the field whose name stands there; -1 when it is not read. Their lengths differ.
  static int indexOf(byte[] bytes, int from, int length) {
    HeaderField field = length < BY_LENGTH.length ? BY_LENGTH[length] : null;
    if (field == null) {
      return -1;
    }
    for (int i = 0; i < length; i++) {
      if ((bytes[from + i] | 0x20) != (field.wireName.charAt(i) | 0x20)) {
        return -1;
      }
    }
    return field.ordinal();
  }
}
