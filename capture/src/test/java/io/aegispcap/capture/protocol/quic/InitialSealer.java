package io.aegispcap.capture.protocol.quic;

import io.aegispcap.capture.protocol.Side;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Builds protected Initial packets, as RFC 9001 5 says.
final class InitialSealer {
  private final int number;
  private final QuicVersion version;
  private final byte[] original;
  private final Side side;
  private byte[] destination;
  private byte[] source = {};
  private byte[] token = {};
  private int packetNumberLength = 4;

  InitialSealer(int versionNumber, byte[] original, Side side) {
    this.number = versionNumber;
    this.version = QuicVersion.of(versionNumber).orElseThrow();
    this.original = original;
    this.destination = original;
    this.side = side;
  }

  InitialSealer ids(byte[] destination, byte[] source) {
    this.destination = destination;
    this.source = source;
    return this;
  }

  InitialSealer token(byte[] token) {
    this.token = token;
    return this;
  }

  InitialSealer packetNumberLength(int length) {
    packetNumberLength = length;
    return this;
  }

  byte[] seal(int packetNumber, byte[] frames) {
    try {
      return seal(header(packetNumber, frames.length + 16), packetNumber, frames);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] seal(byte[] header, int packetNumber, byte[] frames)
      throws GeneralSecurityException {
    InitialKeys keys = InitialKeys.derive(version, original, side);
    byte[] nonce = keys.iv().clone();
    for (int i = 0; i < 4; i++) {
      nonce[11 - i] ^= (byte) (packetNumber >>> (8 * i));
    }
    Cipher gcm = Cipher.getInstance("AES/GCM/NoPadding");
    gcm.init(
        Cipher.ENCRYPT_MODE,
        new SecretKeySpec(keys.key(), "AES"),
        new GCMParameterSpec(128, nonce));
    gcm.updateAAD(header);
    byte[] sealed = gcm.doFinal(frames);
    byte[] packet = Arrays.copyOf(header, header.length + sealed.length);
    System.arraycopy(sealed, 0, packet, header.length, sealed.length);
    int numberAt = header.length - packetNumberLength;
    Cipher ecb = Cipher.getInstance("AES/ECB/NoPadding");
    ecb.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(keys.headerKey(), "AES"));
    byte[] mask = ecb.doFinal(Arrays.copyOfRange(packet, numberAt + 4, numberAt + 20));
    packet[0] ^= (byte) (mask[0] & 0x0f);
    for (int i = 0; i < packetNumberLength; i++) {
      packet[numberAt + i] ^= mask[1 + i];
    }
    return packet;
  }

  private byte[] header(int packetNumber, int bodyLength) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(0xc0 | version.initialType() << 4 | (packetNumberLength - 1));
    write(out, number, 4);
    out.write(destination.length);
    out.writeBytes(destination);
    out.write(source.length);
    out.writeBytes(source);
    out.write(token.length);
    out.writeBytes(token);
    write(out, 0x4000 | bodyLength + packetNumberLength, 2);
    write(out, packetNumber, packetNumberLength);
    return out.toByteArray();
  }

  private static void write(ByteArrayOutputStream out, int value, int length) {
    for (int i = length - 1; i >= 0; i--) {
      out.write(value >>> (8 * i));
    }
  }
}
