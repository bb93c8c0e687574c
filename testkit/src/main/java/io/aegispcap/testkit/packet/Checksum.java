package io.aegispcap.testkit.packet;

/// The Internet checksum (RFC 1071).
final class Checksum {
  private Checksum() {}

  /// Adds up 16-bit words; an odd last byte is padded with 0.
  static long sum(byte[] bytes) {
    long sum = 0;
    for (int i = 0; i < bytes.length; i++) {
      sum += (long) (bytes[i] & 0xff) << ((i & 1) == 0 ? 8 : 0);
    }
    return sum;
  }

  static short fold(long sum) {
    long folded = sum;
    while (folded >>> 16 != 0) {
      folded = (folded & 0xffff) + (folded >>> 16);
    }
    return (short) ~folded;
  }

  static short of(byte[] bytes) {
    return fold(sum(bytes));
  }
}
