package io.aegispcap.platform.accounts.web;

import io.aegispcap.platform.accounts.entry.AuthenticatorKey;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// An authenticator app of its own, to check ours by.
public final class Authenticator {

  private Authenticator() {}

  public static String codeOf(AuthenticatorKey key, Instant now) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(key.secret(), "RAW"));
      String step = "%016x".formatted(now.getEpochSecond() / 30);
      byte[] hash = mac.doFinal(HexFormat.of().parseHex(step));
      int at = hash[19] & 15;
      BigInteger number = new BigInteger(1, Arrays.copyOfRange(hash, at, at + 4)).clearBit(31);
      return "%06d".formatted(number.mod(BigInteger.valueOf(1_000_000)));
    } catch (GeneralSecurityException unknown) {
      throw new AssertionError(unknown);
    }
  }
}
