package io.aegispcap.capture.protocol.tls;

/// JA3, the fingerprint of a client's hello (github.com/salesforce/ja3, BSD-3-Clause): version,
/// cipher suites, extensions, groups and point formats in decimal, without GREASE, as an MD5.
final class Ja3 {
  private static final int USUAL_LENGTH = 256;

  private Ja3() {}

  static String of(ClientHello hello) {
    return Digests.md5(text(hello));
  }

  static String text(ClientHello hello) {
    StringBuilder text = new StringBuilder(USUAL_LENGTH).append(hello.version);
    append(text.append(','), Grease.without(hello.ciphers));
    append(text.append(','), Grease.without(hello.extensions));
    append(text.append(','), Grease.without(hello.groups));
    append(text.append(','), hello.pointFormats);
    return text.toString();
  }

  /// Appends numbers in decimal with dashes between.
  static void append(StringBuilder text, int[] values) {
    for (int i = 0; i < values.length; i++) {
      if (i > 0) {
        text.append('-');
      }
      text.append(values[i]);
    }
  }
}
