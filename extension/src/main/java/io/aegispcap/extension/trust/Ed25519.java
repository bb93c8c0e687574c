package io.aegispcap.extension.trust;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/// Signatures of RFC 8032, made and checked by the JDK.
final class Ed25519 {
  static final String NAME = "Ed25519";

  private static final int KEY_LENGTH = 32;

  /// What stands before the raw key in an X.509 public key (RFC 8410).
  private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  private Ed25519() {}

  static byte[] sign(PrivateKey key, byte[] message) throws GeneralSecurityException {
    Signature signature = Signature.getInstance(NAME);
    signature.initSign(key);
    signature.update(message);
    return signature.sign();
  }

  /// @param key raw public key, hex digits
  /// @param signature hex digits
  /// @return false also when either is no point of the curve
  static boolean verifies(String key, byte[] message, String signature) {
    try {
      Signature check = Signature.getInstance(NAME);
      check.initVerify(publicKey(key));
      check.update(message);
      return check.verify(HexFormat.of().parseHex(signature));
    } catch (InvalidKeySpecException | InvalidKeyException | SignatureException _) {
      return false;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java since 15 has Ed25519", e);
    }
  }

  /// Raw public key, hex digits.
  static String raw(PublicKey key) {
    byte[] encoded = key.getEncoded();
    return HexFormat.of()
        .formatHex(Arrays.copyOfRange(encoded, encoded.length - KEY_LENGTH, encoded.length));
  }

  private static PublicKey publicKey(String raw)
      throws NoSuchAlgorithmException, InvalidKeySpecException {
    byte[] encoded = Arrays.copyOf(PREFIX, PREFIX.length + KEY_LENGTH);
    System.arraycopy(HexFormat.of().parseHex(raw), 0, encoded, PREFIX.length, KEY_LENGTH);
    return KeyFactory.getInstance(NAME).generatePublic(new X509EncodedKeySpec(encoded));
  }
}
