package io.aegispcap.stix.pattern;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/// An address or network, in CIDR notation: its bits behind the prefix count for nothing.
public record CidrBlock(BigInteger network, int prefix, int bits) {

  private static final Pattern IPV4 =
      Pattern.compile(
          "(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)");
  private static final Pattern IPV6 =
      Pattern.compile("[0-9a-fA-F:]{2,39}(?:\\d+\\.\\d+\\.\\d+\\.\\d+)?");
  private static final Pattern PREFIX = Pattern.compile("0|[1-9]\\d{0,2}");
  static final int IPV4_BITS = 32;
  static final int IPV6_BITS = 128;

  /// Empty when it is neither.
  public static Optional<CidrBlock> find(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    Optional<byte[]> bytes = address(address);
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    int bits = bytes.get().length * Byte.SIZE;
    int prefix = slash < 0 ? bits : prefix(text.substring(slash + 1));
    if (prefix < 0 || prefix > bits) {
      return Optional.empty();
    }
    int hidden = bits - prefix;
    BigInteger network = new BigInteger(1, bytes.get()).shiftRight(hidden).shiftLeft(hidden);
    return Optional.of(new CidrBlock(network, prefix, bits));
  }

  private static int prefix(String text) {
    return PREFIX.matcher(text).matches() ? Integer.parseInt(text) : -1;
  }

  /// Only of texts that Java would never look up by name.
  private static Optional<byte[]> address(String text) {
    boolean four = IPV4.matcher(text).matches();
    if (!four && !(text.indexOf(':') >= 0 && IPV6.matcher(text).matches())) {
      return Optional.empty();
    }
    try {
      byte[] bytes = InetAddress.getByName(text).getAddress();
      // Java turns addresses mapped into IPv6 back into IPv4.
      return Optional.of(four || bytes.length > 4 ? bytes : mapped(bytes));
    } catch (UnknownHostException noAddress) {
      return Optional.empty();
    }
  }

  private static byte[] mapped(byte[] four) {
    byte[] sixteen = new byte[16];
    sixteen[10] = -1;
    sixteen[11] = -1;
    System.arraycopy(four, 0, sixteen, 12, 4);
    return sixteen;
  }

  public boolean isIpv4() {
    return bits == IPV4_BITS;
  }

  /// Whether the other lies within it.
  public boolean contains(CidrBlock other) {
    int hidden = bits - prefix;
    return bits == other.bits
        && prefix <= other.prefix
        && network.shiftRight(hidden).equals(other.network.shiftRight(hidden));
  }

  /// The network of a shorter prefix that it lies in.
  public CidrBlock widened(int shorter) {
    int hidden = bits - shorter;
    return new CidrBlock(network.shiftRight(hidden).shiftLeft(hidden), shorter, bits);
  }

  /// As a network, or as an address when it is one.
  @Override
  public String toString() {
    byte[] all = new byte[bits / Byte.SIZE];
    byte[] some = network.toByteArray();
    int length = Math.min(some.length, all.length);
    System.arraycopy(some, some.length - length, all, all.length - length, length);
    try {
      String address = InetAddress.getByAddress(all).getHostAddress();
      return prefix == bits ? address : address + "/" + prefix;
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
