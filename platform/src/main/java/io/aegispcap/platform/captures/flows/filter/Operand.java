package io.aegispcap.platform.captures.flows.filter;

import io.aegispcap.capture.packet.IpAddress;
import java.math.BigDecimal;

/// What a field is compared with.
public sealed interface Operand {

  /// All addresses of one family that share a prefix (RFC 4632); a single one when it is whole.
  ///
  /// @param prefix bits, 0 to 32 for IPv4 and 0 to 128 for IPv6
  record Network(IpAddress address, int prefix) implements Operand {
    public Network {
      int width = address.isV4() ? 32 : 128;
      if (prefix < 0 || prefix > width) {
        throw new IllegalArgumentException("a prefix has 0 to " + width + " bits, not " + prefix);
      }
      address = masked(address, prefix + 128 - width);
    }

    private static IpAddress masked(IpAddress address, int bits) {
      long high = bits >= 64 ? -1L : bits == 0 ? 0 : -1L << (64 - bits);
      long low = bits >= 128 ? -1L : bits <= 64 ? 0 : -1L << (128 - bits);
      return new IpAddress(address.high() & high, address.low() & low);
    }

    public boolean isHost() {
      return prefix == (address.isV4() ? 32 : 128);
    }
  }

  /// A number, bytes, nanoseconds, or nanoseconds since 1970.
  record Quantity(BigDecimal value) implements Operand {
    public Quantity {
      value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }

    static Quantity of(long value) {
      return new Quantity(BigDecimal.valueOf(value));
    }
  }

  /// From one to another, both included.
  record Range(Quantity from, Quantity to) implements Operand {}

  record Text(String text) implements Operand {}
}
