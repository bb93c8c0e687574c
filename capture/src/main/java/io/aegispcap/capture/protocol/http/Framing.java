package io.aegispcap.capture.protocol.http;

/// Where a message body ends (RFC 9112 6.3).
sealed interface Framing {
  /// @param bytes 0 when there is no body
  record Counted(long bytes) implements Framing {}

  record Chunked() implements Framing {}

  record UntilClose() implements Framing {}

  /// What follows is not HTTP any more.
  record Tunnel() implements Framing {}

  Framing NONE = new Counted(0);
}
