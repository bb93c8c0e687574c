package io.aegispcap.analysis.detection;

import io.aegispcap.capture.packet.IpAddress;

/// What kind of address one is, by its bits alone.
public final class Addresses {
  private Addresses() {}

  /// Whether it stands for one host: neither multicast (RFC 5771, RFC 4291 2.7), nor broadcast, nor
  /// unspecified. An IPv4 address that ends in 255 is taken for a directed broadcast, since the
  /// netmask is not known.
  public static boolean oneHost(long high, long low) {
    if (IpAddress.isV4(high, low)) {
      int address = (int) low;
      int first = address >>> 24;
      return first > 0 && first < 224 && (address & 0xff) != 0xff;
    }
    return (high >>> 56) != 0xff && (high | low) != 0;
  }

  /// The text of an address in two longs.
  public static String text(long high, long low) {
    return new IpAddress(high, low).toString();
  }

  /// An address and a port, with brackets about IPv6 (RFC 3986 3.2.2).
  public static String endpoint(IpAddress address, int port) {
    return address.isV4() ? address + ":" + port : "[" + address + "]:" + port;
  }

  /// Both halves in one, for sets of addresses: distinct addresses get distinct values but for one
  /// chance in 2^64 for each pair.
  public static long mixed(long high, long low) {
    long h = (high ^ Long.rotateLeft(low, 31)) * 0x9e3779b97f4a7c15L;
    return (h ^ (h >>> 32)) * 0xd6e8feb86659fd93L ^ low;
  }
}
