package io.aegispcap.bench;

import java.util.Set;
import java.util.TreeSet;

/// Collects the /24 networks that a capture's IPv4 addresses lie in, so that each copy of the
/// capture can have networks of its own.
final class AddressBook implements AddressSwap {
  private final TreeSet<Integer> inside = new TreeSet<>();
  private final TreeSet<Integer> outside = new TreeSet<>();

  /// The networks seen, as sorted 24-bit numbers.
  ///
  /// @param inside of private and shared address space (RFC 1918, RFC 6598)
  /// @param outside of public address space
  record Networks(int[] inside, int[] outside) {}

  static Networks of(PacketList packets) {
    AddressBook book = new AddressBook();
    FrameRewriter reader = new FrameRewriter();
    byte[] frame = new byte[FrameRewriter.LARGEST];
    for (int i = 0; i < packets.size(); i++) {
      int length = Math.min(packets.length(i), frame.length);
      System.arraycopy(packets.bytes(), packets.offset(i), frame, 0, length);
      reader.rewrite(frame, length, book);
    }
    return new Networks(sorted(book.inside), sorted(book.outside));
  }

  private static int[] sorted(Set<Integer> networks) {
    return networks.stream().mapToInt(Integer::intValue).toArray();
  }

  /// Whether the address means the same everywhere and so stays: this-network, loopback,
  /// link-local, multicast, reserved (RFC 6890).
  static boolean stays(int address) {
    int first = address >>> 24;
    return first == 0 || first == 127 || first >= 224 || address >>> 16 == 0xa9fe;
  }

  static boolean isInside(int address) {
    return address >>> 24 == 10
        || address >>> 20 == 0xac1
        || address >>> 16 == 0xc0a8
        || address >>> 22 == 0x191;
  }

  @Override
  public int ipv4(int address) {
    if (!stays(address)) {
      (isInside(address) ? inside : outside).add(address >>> 8);
    }
    return address;
  }

  @Override
  public int ipv6Bits() {
    return 0;
  }

  @Override
  public int macBits() {
    return 0;
  }
}
