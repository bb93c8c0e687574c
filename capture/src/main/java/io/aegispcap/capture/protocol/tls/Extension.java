package io.aegispcap.capture.protocol.tls;

/// Hello extensions that are read, by their IANA numbers.
final class Extension {
  static final int SERVER_NAME = 0;
  static final int GROUPS = 10;
  static final int POINT_FORMATS = 11;
  static final int SIGNATURE_ALGORITHMS = 13;
  static final int ALPN = 16;
  static final int PRE_SHARED_KEY = 41;
  static final int SUPPORTED_VERSIONS = 43;

  private Extension() {}
}
