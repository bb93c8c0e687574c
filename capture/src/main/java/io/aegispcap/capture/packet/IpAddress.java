package io.aegispcap.capture.packet;

/// An IPv4 or IPv6 address in 128 bits; IPv4 is held as IPv4-mapped IPv6 (RFC 4291 2.5.5.2).
public record IpAddress(long high, long low) implements Comparable<IpAddress> {
  private static final long MAPPED = 0xffffL << 32;

  /// @param address the 32 bits in network order, as an unsigned value
  public static IpAddress v4(int address) {
    return new IpAddress(0, mapped(address));
  }

  /// The low half of an IPv4-mapped address; its high half is 0.
  public static long mapped(int address) {
    return MAPPED | (address & 0xffff_ffffL);
  }

  public static boolean isV4(long high, long low) {
    return high == 0 && (low >>> 32) == 0xffff;
  }

  public boolean isV4() {
    return isV4(high, low);
  }

  /// The 16 or, for IPv4, 4 bytes in network order.
  public byte[] bytes() {
    byte[] bytes = new byte[isV4() ? 4 : 16];
    for (int i = 0; i < bytes.length; i++) {
      int fromEnd = bytes.length - 1 - i;
      bytes[i] = (byte) ((fromEnd < 8 ? low : high) >>> (8 * (fromEnd & 7)));
    }
    return bytes;
  }

  /// Reads dotted-quad or RFC 4291 text.
  ///
  /// @throws IllegalArgumentException when it is neither
  public static IpAddress parse(String text) {
    return AddressText.parse(text);
  }

  /// Unsigned order; every IPv4 address sorts as its mapped form.
  @Override
  public int compareTo(IpAddress other) {
    int order = Long.compareUnsigned(high, other.high);
    return order != 0 ? order : Long.compareUnsigned(low, other.low);
  }

  /// Dotted quad, or the canonical IPv6 text of RFC 5952.
  @Override
  public String toString() {
    return AddressText.format(high, low);
  }
}
