package io.aegispcap.bench;

/// Gives each address of a capture the address it gets in the trace.
interface AddressSwap {
  /// The new IPv4 address.
  int ipv4(int address);

  /// Bits to flip in 32 bits of every IPv6 unicast address.
  int ipv6Bits();

  /// Bits to flip in the last three bytes of every unicast MAC address.
  int macBits();
}
