package io.aegispcap.capture.protocol.ike;

import io.aegispcap.capture.protocol.Bytes;
import java.util.Optional;

/// The header of a message (RFC 7296 3.1, RFC 2408 3.1), behind the four zeros of port 4500 (RFC
/// 3948 2.2) where they are.
///
/// @param version 1 or 2
/// @param exchange type of exchange
/// @param fresh whether the responder has not chosen its number yet
record IkeHeader(int version, int exchange, boolean fresh) {
  private static final int LENGTH = 28;
  private static final int MARKER = 4;
  private static final int IDENTITY_PROTECTION = 2;
  private static final int AGGRESSIVE = 4;
  private static final int SA_INIT = 34;

  static Optional<IkeHeader> of(Bytes data) {
    if (data.length() < LENGTH) {
      return Optional.empty();
    }
    int from = data.length() >= LENGTH + MARKER && data.u32(0) == 0 ? MARKER : 0;
    int version = data.u8(from + 17);
    boolean fits =
        data.u64(from) != 0
            && (version == 0x10 || version == 0x20)
            && data.u32(from + 24) == data.length() - from;
    return fits
        ? Optional.of(new IkeHeader(version >> 4, data.u8(from + 18), data.u64(from + 8) == 0))
        : Optional.empty();
  }

  boolean opens() {
    return fresh
        && (version == 2
            ? exchange == SA_INIT
            : exchange == IDENTITY_PROTECTION || exchange == AGGRESSIVE);
  }

  /// The name of the exchange; `type-N` for others.
  String name() {
    return switch (exchange) {
      case IDENTITY_PROTECTION -> "identity-protection";
      case AGGRESSIVE -> "aggressive";
      case 5 -> "informational";
      case 32 -> "quick";
      case SA_INIT -> "ike-sa-init";
      case 35 -> "ike-auth";
      case 36 -> "create-child-sa";
      case 37 -> "informational";
      default -> "type-" + exchange;
    };
  }
}
