package io.aegispcap.capture.protocol.tls;

/// Handshake messages that are read (RFC 8446 4), and how long each may be.
final class HandshakeType {
  static final int CLIENT_HELLO = 1;
  static final int SERVER_HELLO = 2;
  static final int CERTIFICATE = 11;
  static final int SERVER_HELLO_DONE = 14;

  static final int MAX_HELLO = 1 << 16;
  static final int MAX_CERTIFICATE = 1 << 18;

  private HandshakeType() {}

  /// Bytes such a message may have; 0 when its body is not read.
  static int limit(int type) {
    return switch (type) {
      case CLIENT_HELLO, SERVER_HELLO -> MAX_HELLO;
      case CERTIFICATE -> MAX_CERTIFICATE;
      default -> 0;
    };
  }
}
