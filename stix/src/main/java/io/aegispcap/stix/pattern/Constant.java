package io.aegispcap.stix.pattern;

import io.aegispcap.stix.object.StixTimestamp;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/// What a value is compared with.
public sealed interface Constant {

  record Text(String text) implements Constant {}

  record Truth(boolean truth) implements Constant {}

  /// An integer or float; which of them makes no difference to any comparison.
  record Numeric(BigDecimal value) implements Constant {
    public Numeric {
      value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }
  }

  /// @param hex whether it is written in hexadecimal digits, else in Base64
  @SuppressWarnings("ArrayRecordComponent")
  record Bytes(byte[] bytes, boolean hex) implements Constant {
    public Bytes {
      bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
      return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Bytes that && Arrays.equals(bytes, that.bytes) && hex == that.hex;
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bytes);
    }
  }

  record Time(StixTimestamp timestamp) implements Constant {}

  /// Constants of one kind, for IN.
  record Several(List<Constant> constants) implements Constant {
    public Several {
      constants = List.copyOf(constants);
    }
  }
}
