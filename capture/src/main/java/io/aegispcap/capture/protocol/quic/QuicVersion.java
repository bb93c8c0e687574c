package io.aegispcap.capture.protocol.quic;

import java.util.HexFormat;
import java.util.Optional;

/// What differs between versions in how Initial packets are protected.
///
/// @param name `1`, `2` or `draft-29` and so on
/// @param salt of the Initial secret (RFC 9001 5.2, RFC 9369 3.3.1)
/// @param labels what the key labels begin with: `quic ` or `quicv2 `
/// @param initialType the two type bits of an Initial packet
/// @param retryType the two type bits of a Retry packet
record QuicVersion(String name, byte[] salt, String labels, int initialType, int retryType) {
  private static final int VERSION_1 = 1;
  private static final int VERSION_2 = 0x6b3343cf;
  private static final int DRAFTS = 0xff000000;
  private static final int OLDEST_DRAFT = 23;
  private static final int NEWEST_DRAFT = 34;

  /// Facebook's library, by the draft that it followed.
  private static final int MVFST_27 = 0xfaceb002;

  /// Versions of this form stand for none, so that servers learn to refuse (RFC 9000 15).
  private static final int RESERVED = 0x0a0a0a0a;

  private static final String SALT_1 = "38762cf7f55934b34d179ae6a4c80cadccbb7f0a";
  private static final String SALT_2 = "0dede3def700a6db819381be6e269dcbf9bd2ed9";
  private static final String SALT_DRAFT_29 = "afbfec289993d24c9e9786f19c6111e04390a899";
  private static final String SALT_DRAFT_23 = "c3eef712c72ebb5a11a7d2432bb46365bef9f502";

  private static final QuicVersion ONE = like1("1", SALT_1);
  private static final QuicVersion TWO =
      new QuicVersion("2", HexFormat.of().parseHex(SALT_2), "quicv2 ", 1, 0);

  /// @param number as in the packet's version field
  static Optional<QuicVersion> of(int number) {
    return switch (number) {
      case VERSION_1 -> Optional.of(ONE);
      case VERSION_2 -> Optional.of(TWO);
      case MVFST_27 -> Optional.of(like1("mvfst-draft-27", SALT_DRAFT_23));
      default -> draft(number);
    };
  }

  static boolean isReserved(int number) {
    return (number & 0x0f0f0f0f) == RESERVED;
  }

  private static Optional<QuicVersion> draft(int number) {
    int draft = number - DRAFTS;
    if (draft < OLDEST_DRAFT || draft > NEWEST_DRAFT) {
      return Optional.empty();
    }
    return Optional.of(like1("draft-" + draft, draftSalt(draft)));
  }

  private static String draftSalt(int draft) {
    if (draft >= 33) {
      return SALT_1;
    }
    return draft >= 29 ? SALT_DRAFT_29 : SALT_DRAFT_23;
  }

  private static QuicVersion like1(String name, String salt) {
    return new QuicVersion(name, HexFormat.of().parseHex(salt), "quic ", 0, 3);
  }
}
