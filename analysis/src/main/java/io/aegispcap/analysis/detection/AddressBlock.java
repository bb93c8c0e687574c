package io.aegispcap.analysis.detection;

import io.aegispcap.capture.packet.IpAddress;

/// All addresses that share a prefix (RFC 4632).
///
/// @param prefixBits of the 128 bits, so 96 more than written for IPv4
record AddressBlock(long high, long low, int prefixBits) {
  private static final int MAPPED_BITS = 96;

  static AddressBlock parse(String text) {
    int slash = text.indexOf('/');
    IpAddress address = IpAddress.parse(slash < 0 ? text : text.substring(0, slash));
    int width = address.isV4() ? 32 : 128;
    int bits = slash < 0 ? width : prefix(text, slash, width);
    int all = bits + (address.isV4() ? MAPPED_BITS : 0);
    return new AddressBlock(address.high() & highMask(all), address.low() & lowMask(all), all);
  }

  private static int prefix(String text, int slash, int width) {
    String digits = text.substring(slash + 1);
    if (!digits.matches("[0-9]{1,3}") || Integer.parseInt(digits) > width) {
      throw new IllegalArgumentException(
          "not a network: \"" + text + "\"; write it as 192.0.2.0/24 or 2001:db8::/32");
    }
    return Integer.parseInt(digits);
  }

  boolean contains(long otherHigh, long otherLow) {
    return (otherHigh & highMask(prefixBits)) == high && (otherLow & lowMask(prefixBits)) == low;
  }

  private static long highMask(int bits) {
    return bits >= 64 ? -1L : bits == 0 ? 0 : -1L << (64 - bits);
  }

  private static long lowMask(int bits) {
    return bits >= 128 ? -1L : bits <= 64 ? 0 : -1L << (128 - bits);
  }
}
