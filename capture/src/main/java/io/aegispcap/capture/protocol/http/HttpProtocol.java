package io.aegispcap.capture.protocol.http;

/// HTTP/1.0 and HTTP/1.1 over TCP (RFC 9112).
public final class HttpProtocol {
  /// Bytes of one body that go into its digests: 64 MiB.
  public static final long MAX_HASHED_BODY = 64L << 20;
}
