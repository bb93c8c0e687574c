package io.aegispcap.capture.protocol.http2;

/// A header field.
record HeaderLine(String name, String value) {
  private static final int OVERHEAD = 32;

  /// What it counts for in a table (RFC 7541 4.1).
  int size() {
    return name.length() + value.length() + OVERHEAD;
  }
}
