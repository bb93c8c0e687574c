package io.aegispcap.capture.protocol.quic;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.MalformedMessageException;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Takes the protection off Initial packets (RFC 9001 5.3 and 5.4).
final class InitialPacket {
  private static final int SAMPLE_LENGTH = 16;
  private static final int TAG_BITS = 128;

  /// Where the sample begins, counted from the packet number.
  private static final int SAMPLE_AT = 4;

  private InitialPacket() {}

  /// The frames inside; empty when the keys do not fit.
  ///
  /// @throws MalformedMessageException when it is too short to be protected
  static Optional<byte[]> open(Bytes datagram, LongHeader header, InitialKeys keys) {
    if (header.end() - header.numberAt() < SAMPLE_AT + SAMPLE_LENGTH) {
      throw new MalformedMessageException("QUIC packet too short");
    }
    try {
      return Optional.of(unprotect(datagram, header, keys));
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java lacks AES", e);
    }
  }

  private static byte[] unprotect(Bytes datagram, LongHeader header, InitialKeys keys)
      throws GeneralSecurityException {
    byte[] mask = mask(datagram.copy(header.numberAt() + SAMPLE_AT, SAMPLE_LENGTH), keys);
    int first = datagram.u8(header.start()) ^ (mask[0] & 0x0f);
    int numberLength = (first & 3) + 1;
    int headerLength = header.numberAt() - header.start() + numberLength;
    byte[] clear = datagram.copy(header.start(), headerLength);
    byte[] nonce = keys.iv().clone();
    clear[0] = (byte) first;
    for (int i = 0; i < numberLength; i++) {
      int at = headerLength - numberLength + i;
      clear[at] ^= mask[1 + i];
      nonce[nonce.length - numberLength + i] ^= clear[at];
    }
    int bodyAt = header.start() + headerLength;
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(Cipher.DECRYPT_MODE, aes(keys.key()), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(clear);
    return cipher.doFinal(datagram.copy(bodyAt, header.end() - bodyAt));
  }

  private static byte[] mask(byte[] sample, InitialKeys keys) throws GeneralSecurityException {
    // One block of AES is what header protection is defined by; nothing is kept secret by it here.
    Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
    cipher.init(Cipher.ENCRYPT_MODE, aes(keys.headerKey()));
    return cipher.doFinal(sample);
  }

  private static SecretKeySpec aes(byte[] key) {
    return new SecretKeySpec(key, "AES");
  }
}
