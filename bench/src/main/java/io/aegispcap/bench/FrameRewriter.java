package io.aegispcap.bench;

/// Gives a frame new addresses and keeps its checksums as right, or as wrong, as they were.
///
/// Rewritten are Ethernet, ARP, IPv4 and IPv6 addresses, those of packets quoted in ICMP errors,
/// and neighbour discovery targets. Tunnelled packets and names or addresses in payloads stay.
final class FrameRewriter {
  /// Longest frame handled, in bytes.
  static final int LARGEST = 262_144;

  private static final int ICMP = 1;
  private static final int TCP = 6;
  private static final int UDP = 17;
  private static final int ICMP6 = 58;

  private final IpOffset network = new IpOffset();
  private final Ipv6Payload payload = new Ipv6Payload();
  private final ChecksummedWords words = new ChecksummedWords();

  /// Rewrites the first `length` bytes of `frame` in place.
  void rewrite(byte[] frame, int length, AddressSwap swap) {
    words.frame(frame, length);
    if (length >= 14) {
      mac(frame, 0, swap);
      mac(frame, 6, swap);
    }
    network.find(frame, length);
    switch (network.type()) {
      case IpOffset.IPV4 -> ipv4(frame, network.at(), length, swap);
      case IpOffset.IPV6 -> ipv6(frame, network.at(), length, swap);
      case IpOffset.ARP -> arp(frame, network.at(), length, swap);
      default -> {}
    }
  }

  private static void mac(byte[] frame, int at, AddressSwap swap) {
    boolean unicast = (frame[at] & 1) == 0;
    boolean empty = Bytes.i32(frame, at) == 0 && Bytes.u16(frame, at + 4) == 0;
    if (unicast && !empty) {
      Bytes.put32(frame, at + 2, Bytes.i32(frame, at + 2) ^ swap.macBits());
    }
  }

  private void arp(byte[] frame, int at, int length, AddressSwap swap) {
    boolean ipv4OverEthernet =
        at + 28 <= length
            && Bytes.u16(frame, at + 2) == IpOffset.IPV4
            && Bytes.u16(frame, at + 4) == 0x0604;
    if (ipv4OverEthernet) {
      mac(frame, at + 8, swap);
      mac(frame, at + 18, swap);
      words.checksums(ChecksummedWords.NONE, ChecksummedWords.NONE);
      words.swap32(at + 14, swap.ipv4(Bytes.i32(frame, at + 14)));
      words.swap32(at + 24, swap.ipv4(Bytes.i32(frame, at + 24)));
    }
  }

  private void ipv4(byte[] frame, int at, int length, AddressSwap swap) {
    if (at + 20 > length || Bytes.u8(frame, at) >> 4 != 4 || (frame[at] & 0xf) < 5) {
      return;
    }
    int transport = at + (frame[at] & 0xf) * 4;
    int protocol = Bytes.u8(frame, at + 9);
    boolean first = (Bytes.u16(frame, at + 6) & 0x1fff) == 0;
    words.checksums(at + 10, first ? checksumOf(protocol, transport) : ChecksummedWords.NONE);
    words.swap32(at + 12, swap.ipv4(Bytes.i32(frame, at + 12)));
    words.swap32(at + 16, swap.ipv4(Bytes.i32(frame, at + 16)));
    if (protocol == ICMP && first && transport < length && isError(Bytes.u8(frame, transport))) {
      quoted(frame, transport + 8, length, swap);
    }
  }

  /// A quoted IPv4 header sums up to the same as before, so the ICMP checksum around it holds.
  private void quoted(byte[] frame, int at, int length, AddressSwap swap) {
    if (at + 20 <= length) {
      words.checksums(at + 10, ChecksummedWords.NONE);
      words.swap32(at + 12, swap.ipv4(Bytes.i32(frame, at + 12)));
      words.swap32(at + 16, swap.ipv4(Bytes.i32(frame, at + 16)));
    }
  }

  private static boolean isError(int icmpType) {
    return switch (icmpType) {
      case 3, 4, 5, 11, 12 -> true;
      default -> false;
    };
  }

  private static int checksumOf(int protocol, int transport) {
    return switch (protocol) {
      case TCP -> transport + 16;
      case UDP -> transport + 6;
      case ICMP6 -> transport + 2;
      default -> ChecksummedWords.NONE;
    };
  }

  private void ipv6(byte[] frame, int at, int length, AddressSwap swap) {
    if (at + 40 > length || Bytes.u8(frame, at) >> 4 != 6) {
      return;
    }
    payload.find(frame, at, length);
    boolean first = payload.first();
    int sum = first ? checksumOf(payload.protocol(), payload.at()) : ChecksummedWords.NONE;
    words.checksums(ChecksummedWords.NONE, sum);
    ipv6Address(frame, at + 8, length, swap);
    ipv6Address(frame, at + 24, length, swap);
    if (payload.protocol() == ICMP6 && first && payload.at() < length) {
      icmp6(frame, payload.at(), length, swap);
    }
  }

  private void icmp6(byte[] frame, int at, int length, AddressSwap swap) {
    int type = Bytes.u8(frame, at);
    if (type >= 1 && type <= 4) {
      ipv6Address(frame, at + 16, length, swap);
      ipv6Address(frame, at + 32, length, swap);
    } else if (type == 135 || type == 136) {
      ipv6Address(frame, at + 8, length, swap);
    }
  }

  /// Flips bits in the network half, or for link-local addresses (RFC 4291 2.5.6) in the host half.
  private void ipv6Address(byte[] frame, int at, int length, AddressSwap swap) {
    boolean whole = at + 16 <= length;
    if (!whole || Bytes.u8(frame, at) == 0xff || Bytes.i64(frame, at) == 0) {
      return;
    }
    boolean linkLocal = (Bytes.u16(frame, at) & 0xffc0) == 0xfe80;
    int word = at + (linkLocal ? 8 : 4);
    words.swap32(word, Bytes.i32(frame, word) ^ swap.ipv6Bits());
  }
}
