package io.aegispcap.capture.protocol.tls;

import java.util.Arrays;
import java.util.stream.Collectors;

/// JA3, the fingerprint of a client's hello (github.com/salesforce/ja3, BSD-3-Clause): version,
/// cipher suites, extensions, groups and point formats in decimal, without GREASE, as an MD5.
final class Ja3 {
  private Ja3() {}

  static String of(ClientHello hello) {
    return Digests.md5(text(hello));
  }

  static String text(ClientHello hello) {
    return hello.version
        + ","
        + join(Grease.without(hello.ciphers))
        + ","
        + join(Grease.without(hello.extensions))
        + ","
        + join(Grease.without(hello.groups))
        + ","
        + join(hello.pointFormats);
  }

  static String join(int[] values) {
    return Arrays.stream(values).mapToObj(Integer::toString).collect(Collectors.joining("-"));
  }
}
