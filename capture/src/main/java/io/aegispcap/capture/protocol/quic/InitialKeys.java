package io.aegispcap.capture.protocol.quic;

import io.aegispcap.capture.protocol.Side;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Keys of one side's Initial packets (RFC 9001 5.2): they follow from what everyone can read.
record InitialKeys(byte[] key, byte[] iv, byte[] headerKey) {
  private static final int HASH_LENGTH = 32;
  private static final int KEY_LENGTH = 16;
  private static final int IV_LENGTH = 12;

  /// @param destination connection id of the client's first Initial packet
  static InitialKeys derive(QuicVersion version, byte[] destination, Side side) {
    try {
      byte[] initial = hmac(version.salt(), destination);
      byte[] secret = expand(initial, side == Side.CLIENT ? "client in" : "server in", HASH_LENGTH);
      return new InitialKeys(
          expand(secret, version.labels() + "key", KEY_LENGTH),
          expand(secret, version.labels() + "iv", IV_LENGTH),
          expand(secret, version.labels() + "hp", KEY_LENGTH));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java lacks HmacSHA256", e);
    }
  }

  /// HKDF-Expand-Label (RFC 8446 7.1) of at most one hash.
  private static byte[] expand(byte[] secret, String label, int length)
      throws GeneralSecurityException {
    byte[] name = ("tls13 " + label).getBytes(StandardCharsets.US_ASCII);
    byte[] info =
        ByteBuffer.allocate(name.length + 5)
            .putShort((short) length)
            .put((byte) name.length)
            .put(name)
            .put((byte) 0)
            .put((byte) 1)
            .array();
    return Arrays.copyOf(hmac(secret, info), length);
  }

  private static byte[] hmac(byte[] key, byte[] data) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(data);
  }
}
