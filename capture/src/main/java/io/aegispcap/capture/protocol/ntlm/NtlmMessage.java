package io.aegispcap.capture.protocol.ntlm;

import io.aegispcap.capture.protocol.Bytes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// One message of an NTLM login. Source: MS-NLMP 2.2.1. Responses and keys are never kept.
public sealed interface NtlmMessage {
  /// The client offers itself.
  record Negotiate() implements NtlmMessage {}

  /// The server asks for proof.
  ///
  /// @param target the server's name or domain; empty when it says none
  /// @param digest first 16 hexadecimal digits of the SHA-256 of the 8 bytes asked
  record Challenge(String target, String digest) implements NtlmMessage {
    /// None was seen.
    public static final Challenge NONE = new Challenge("", "");
  }

  /// The client proves who it is.
  ///
  /// @param domain as the client spells it; empty when it says none
  /// @param user empty for an anonymous login
  /// @param workstation the client's own name
  /// @param version 1 or 2 of the response; 0 without one
  record Authenticate(String domain, String user, String workstation, int version)
      implements NtlmMessage {
    public boolean isAnonymous() {
      return user.isEmpty();
    }
  }

  /// The message in a security blob, which may wrap it in SPNEGO (RFC 4178). Empty when there is
  /// none, or when it is cut short.
  static Optional<NtlmMessage> in(Bytes blob) {
    return Reader.find(blob);
  }

  /// Where its fields stand.
  final class Reader {
    private static final byte[] SIGNATURE = "NTLMSSP\0".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = 12;
    private static final int AUTHENTICATE_HEADER = 64;
    private static final int UNICODE = 1;
    private static final int LONGEST = 256;
    private static final int RESPONSE_V1 = 24;
    private static final int CHALLENGE_AT = 24;
    private static final int CHALLENGE_LENGTH = 8;

    private final Bytes message;
    private final boolean unicode;

    private Reader(Bytes message, boolean unicode) {
      this.message = message;
      this.unicode = unicode;
    }

    private static Optional<NtlmMessage> find(Bytes blob) {
      int at = blob.indexOf(SIGNATURE, 0);
      if (at < 0 || blob.length() - at < HEADER) {
        return Optional.empty();
      }
      Bytes message = blob.slice(at, blob.length() - at);
      return switch ((int) message.u32Little(8)) {
        case 1 -> Optional.of(new Negotiate());
        case 2 -> challenge(message);
        case 3 -> authenticate(message);
        default -> Optional.empty();
      };
    }

    private static Optional<NtlmMessage> challenge(Bytes message) {
      if (message.length() < 32) {
        return Optional.empty();
      }
      boolean unicode = (message.u32Little(20) & UNICODE) != 0;
      return Optional.of(
          new Challenge(
              new Reader(message, unicode).text(12),
              digest(message.copy(CHALLENGE_AT, CHALLENGE_LENGTH))));
    }

    private static String digest(byte[] challenge) {
      try {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(challenge);
        return HexFormat.of().formatHex(digest, 0, CHALLENGE_LENGTH);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("this Java lacks SHA-256", e);
      }
    }

    private static Optional<NtlmMessage> authenticate(Bytes message) {
      if (message.length() < AUTHENTICATE_HEADER) {
        return Optional.empty();
      }
      Reader reader = new Reader(message, (message.u32Little(60) & UNICODE) != 0);
      int response = message.u16Little(20);
      int version = response == 0 ? 0 : response > RESPONSE_V1 ? 2 : 1;
      return Optional.of(
          new Authenticate(reader.text(28), reader.text(36), reader.text(44), version));
    }

    /// The text that a field of length, room and offset points to.
    private String text(int field) {
      int length = message.u16Little(field);
      long offset = message.u32Little(field + 4);
      if (offset > message.length() - length) {
        return "";
      }
      int shown = Math.min(length, LONGEST);
      return unicode
          ? message.utf16Little((int) offset, shown)
          : message.latin1((int) offset, shown);
    }
  }
}
