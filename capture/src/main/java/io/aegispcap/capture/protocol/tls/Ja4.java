package io.aegispcap.capture.protocol.tls;

import io.aegispcap.capture.protocol.Bytes;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;

/// JA4, the fingerprint of a client's hello that survives shuffled extensions
/// (github.com/FoxIO-LLC/ja4, BSD-3-Clause).
final class Ja4 {
  private static final String EMPTY = "000000000000";
  private static final int HASH_LENGTH = 12;
  private static final int MAX_COUNT = 99;
  private static final HexFormat HEX = HexFormat.of();

  private Ja4() {}

  /// @param transport `t` over TCP, `q` in QUIC, `d` in DTLS
  static String of(ClientHello hello, char transport) {
    return start(hello, transport) + '_' + ciphers(hello) + '_' + extensions(hello);
  }

  private static String start(ClientHello hello, char transport) {
    return transport
        + version(hello)
        + (has(hello, Extension.SERVER_NAME) ? 'd' : 'i')
        + count(Grease.without(hello.ciphers))
        + count(Grease.without(hello.extensions))
        + alpn(hello);
  }

  private static String version(ClientHello hello) {
    int version =
        Arrays.stream(Grease.without(hello.supportedVersions)).max().orElse(hello.version);
    return switch (version) {
      case 0x0304 -> "13";
      case 0x0303 -> "12";
      case 0x0302 -> "11";
      case 0x0301 -> "10";
      case 0x0300 -> "s3";
      case 0x0002 -> "s2";
      case 0xfeff -> "d1";
      case 0xfefd -> "d2";
      case 0xfefc -> "d3";
      default -> "00";
    };
  }

  private static String count(int[] values) {
    int count = Math.min(values.length, MAX_COUNT);
    return count < 10 ? "0" + count : Integer.toString(count);
  }

  private static String alpn(ClientHello hello) {
    if (hello.protocols.isEmpty() || hello.protocols.getFirst().length() == 0) {
      return "00";
    }
    Bytes first = hello.protocols.getFirst();
    int head = first.u8(0);
    int tail = first.u8(first.length() - 1);
    return alphanumeric(head) && alphanumeric(tail)
        ? "" + (char) head + (char) tail
        : "" + HEX.toHighHexDigit(head) + HEX.toLowHexDigit(tail);
  }

  private static boolean alphanumeric(int c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  private static String ciphers(ClientHello hello) {
    int[] ciphers = Grease.without(hello.ciphers);
    Arrays.sort(ciphers);
    return ciphers.length == 0 ? EMPTY : hash(hex(ciphers));
  }

  private static String extensions(ClientHello hello) {
    int[] extensions =
        Arrays.stream(Grease.without(hello.extensions))
            .filter(type -> type != Extension.SERVER_NAME && type != Extension.ALPN)
            .sorted()
            .toArray();
    if (extensions.length == 0) {
      return EMPTY;
    }
    int[] signatures = Grease.without(hello.signatureAlgorithms);
    return hash(signatures.length == 0 ? hex(extensions) : hex(extensions) + '_' + hex(signatures));
  }

  private static boolean has(ClientHello hello, int extension) {
    return Arrays.stream(hello.extensions).anyMatch(type -> type == extension);
  }

  private static String hash(String text) {
    return Digests.sha256(text).substring(0, HASH_LENGTH);
  }

  private static String hex(int[] values) {
    return Arrays.stream(values)
        .mapToObj(value -> HEX.toHexDigits((short) value))
        .collect(Collectors.joining(","));
  }
}
