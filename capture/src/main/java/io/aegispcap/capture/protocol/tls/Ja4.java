package io.aegispcap.capture.protocol.tls;

import io.aegispcap.capture.protocol.Bytes;
import java.util.Arrays;
import java.util.HexFormat;

/// JA4, the fingerprint of a client's hello that survives shuffled extensions
/// (github.com/FoxIO-LLC/ja4, BSD-3-Clause).
final class Ja4 {
  private static final String EMPTY = "000000000000";
  private static final int HASH_LENGTH = 12;
  private static final int HEX_LENGTH = 5;
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
        + (Extension.isIn(hello.extensions, Extension.SERVER_NAME) ? 'd' : 'i')
        + count(Grease.without(hello.ciphers))
        + count(Grease.without(hello.extensions))
        + alpn(hello);
  }

  private static String version(ClientHello hello) {
    int[] supported = Grease.without(hello.supportedVersions);
    Arrays.sort(supported);
    return switch (supported.length > 0 ? supported[supported.length - 1] : hello.version) {
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
    if (ciphers.length == 0) {
      return EMPTY;
    }
    StringBuilder text = new StringBuilder(HEX_LENGTH * ciphers.length);
    for (int cipher : ciphers) {
      append(text, text.isEmpty() ? "" : ",", cipher);
    }
    return hash(text.toString());
  }

  private static String extensions(ClientHello hello) {
    int[] extensions = Grease.without(hello.extensions);
    Arrays.sort(extensions);
    StringBuilder text = new StringBuilder(HEX_LENGTH * extensions.length);
    for (int type : extensions) {
      if (type != Extension.SERVER_NAME && type != Extension.ALPN) {
        append(text, text.isEmpty() ? "" : ",", type);
      }
    }
    if (text.isEmpty()) {
      return EMPTY;
    }
    String separator = "_";
    for (int algorithm : Grease.without(hello.signatureAlgorithms)) {
      append(text, separator, algorithm);
      separator = ",";
    }
    return hash(text.toString());
  }

  private static String hash(String text) {
    return Digests.sha256(text).substring(0, HASH_LENGTH);
  }

  private static void append(StringBuilder text, String separator, int value) {
    text.append(separator);
    HEX.toHexDigits(text, (byte) (value >> 8));
    HEX.toHexDigits(text, (byte) value);
  }
}
