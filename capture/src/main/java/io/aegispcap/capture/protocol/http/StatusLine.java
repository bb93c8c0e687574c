package io.aegispcap.capture.protocol.http;

import io.aegispcap.capture.protocol.MalformedMessageException;

/// Version and status of a response (RFC 9112 4).
///
/// @param version such as `1.1`
record StatusLine(String version, int status) {
  private static final String NAME = "HTTP/";
  private static final int STATUS_AT = 9;

  static StatusLine of(HeaderBlock head) {
    String line = head.startLine();
    if (!line.startsWith(NAME + "1.") || line.length() < STATUS_AT + 3) {
      throw new MalformedMessageException("not an HTTP status line");
    }
    int status = 0;
    for (int i = STATUS_AT; i < STATUS_AT + 3; i++) {
      int digit = line.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        throw new MalformedMessageException("HTTP status is not a number");
      }
      status = 10 * status + digit;
    }
    return new StatusLine(line.substring(NAME.length(), STATUS_AT - 1), status);
  }

  /// 100 to 199 without 101: another response follows to the same request (RFC 9110 15.2).
  boolean isInterim() {
    return status / 100 == 1 && status != 101;
  }

  boolean isSwitch() {
    return status == 101;
  }

  /// Never a body (RFC 9112 6.3).
  boolean isBodiless() {
    return status == 204 || status == 304;
  }

  boolean isSuccess() {
    return status / 100 == 2;
  }
}
