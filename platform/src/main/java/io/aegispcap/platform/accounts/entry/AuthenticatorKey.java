package io.aegispcap.platform.accounts.entry;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A secret shared with an authenticator app, and the codes that follow from it: six digits, every
/// 30 seconds, SHA-1. Source: RFC 6238.
public record AuthenticatorKey(byte[] secret) {
  private static final int BYTES = 20;
  private static final int SECONDS = 30;
  private static final int MODULUS = 1_000_000;

  public AuthenticatorKey {
    secret = secret.clone();
  }

  public static AuthenticatorKey make(SecureRandom random) {
    byte[] secret = new byte[BYTES];
    random.nextBytes(secret);
    return new AuthenticatorKey(secret);
  }

  /// The 30 seconds in which this code holds, counted from 1970: those of now, or the ones before
  /// or after, since clocks differ; empty when it is none of them.
  public OptionalLong step(String code, Instant now) {
    long current = now.getEpochSecond() / SECONDS;
    return LongStream.rangeClosed(current - 1, current + 1)
        .filter(step -> codeAt(step).equals(code.replace(" ", "")))
        .findFirst();
  }

  /// The last 30 seconds whose code may be used now.
  public static long latestStep(Instant now) {
    return now.getEpochSecond() / SECONDS + 1;
  }

  String codeAt(long step) {
    byte[] mac = mac(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
    int offset = mac[mac.length - 1] & 0xf;
    int number = ByteBuffer.wrap(mac).getInt(offset) & Integer.MAX_VALUE;
    return "%06d".formatted(number % MODULUS);
  }

  private byte[] mac(byte[] message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible); // every JDK has it
    }
  }

  /// As people type it into the app: base 32, in groups of four. Source: RFC 4648 6.
  public String text() {
    StringBuilder text = new StringBuilder();
    BigInteger rest = new BigInteger(1, secret);
    for (int shift = BYTES * Byte.SIZE - 5; shift >= 0; shift -= 5) {
      text.append(
          "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".charAt(rest.shiftRight(shift).intValue() & 31));
    }
    return text.toString().replaceAll("(.{4})(?=.)", "$1 ");
  }

  /// As the app takes it from a link.
  public String link(String handle) {
    return "otpauth://totp/AegisPCAP:%s?secret=%s&issuer=AegisPCAP"
        .formatted(handle, text().replace(" ", ""));
  }
}
