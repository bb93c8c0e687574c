package io.aegispcap.capture.protocol.http;

import io.aegispcap.capture.protocol.MalformedMessageException;

/// Method, target and version (RFC 9112 3). Spaces inside the target are kept: attacks send them.
///
/// @param version such as `1.1`
record RequestLine(String method, String target, String version) {
  private static final String NAME = " HTTP/";
  private static final int VERSION_LENGTH = NAME.length() + 3;

  static RequestLine of(HeaderBlock head) {
    String line = head.startLine();
    String tail = head.startLineTail(VERSION_LENGTH);
    int space = line.indexOf(' ');
    if (space <= 0 || !tail.startsWith(NAME + "1.")) {
      throw new MalformedMessageException("not an HTTP request line");
    }
    int end = line.endsWith(tail) ? line.length() - VERSION_LENGTH : line.length();
    String target = end > space ? line.substring(space + 1, end) : "";
    return new RequestLine(line.substring(0, space), cut(target), tail.substring(NAME.length()));
  }

  private static String cut(String text) {
    return text.length() > HeaderBlock.MAX_TEXT ? text.substring(0, HeaderBlock.MAX_TEXT) : text;
  }

  /// Host and port of an absolute target or one in authority form; empty in others (RFC 9112 3.2).
  String authority() {
    if (method.equals("CONNECT")) {
      return target;
    }
    int from = target.startsWith("/") ? -1 : target.indexOf("://");
    if (from < 0) {
      return "";
    }
    int end = target.indexOf('/', from + 3);
    return target.substring(from + 3, end < 0 ? target.length() : end);
  }
}
