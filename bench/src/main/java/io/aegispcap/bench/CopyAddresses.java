package io.aegispcap.bench;

import java.util.Arrays;

/// The addresses of one copy of a capture: each /24 network becomes another one that no other copy
/// has, private stays private and public stays public, the host byte is kept.
final class CopyAddresses implements AddressSwap {
  /// Private /24 networks there are: 10/8 and 172.16/12.
  static final int INSIDE = 65_536 + 4_096;

  /// Public /24 networks used: 11/8 to 95/8, which hold no special-purpose block.
  static final int OUTSIDE = 85 * 65_536;

  // Multipliers without a common factor with the sizes above: neighbours are spread, none collide.
  private static final long INSIDE_STEP = 40_503;
  private static final long OUTSIDE_STEP = 2_654_437;
  private static final int MAC_STEP = 0x9e3779;

  private final AddressBook.Networks networks;
  private final int copy;
  private final int firstInside;
  private final int firstOutside;

  /// @param copy number of the copy, from 1
  /// @param firstInside private networks that earlier copies took
  /// @param firstOutside public networks that earlier copies took
  CopyAddresses(AddressBook.Networks networks, int copy, int firstInside, int firstOutside) {
    this.networks = networks;
    this.copy = copy;
    this.firstInside = firstInside;
    this.firstOutside = firstOutside;
  }

  @Override
  public int ipv4(int address) {
    if (AddressBook.stays(address)) {
      return address;
    }
    int network = AddressBook.isInside(address) ? inside(address) : outside(address);
    return network << 8 | address & 0xff;
  }

  private int inside(int address) {
    long number = firstInside + (long) Arrays.binarySearch(networks.inside(), address >>> 8);
    int network = (int) (number * INSIDE_STEP % INSIDE);
    return network < 65_536 ? 0x0a_0000 + network : 0xac_1000 + network - 65_536;
  }

  private int outside(int address) {
    long number = firstOutside + (long) Arrays.binarySearch(networks.outside(), address >>> 8);
    return 0x0b_0000 + (int) (number * OUTSIDE_STEP % OUTSIDE);
  }

  @Override
  public int ipv6Bits() {
    return copy;
  }

  @Override
  public int macBits() {
    return copy * MAC_STEP & 0xff_ffff;
  }
}
