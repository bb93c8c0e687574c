package io.aegispcap.platform.backup.file;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Counts and hashes what passes. Closing it leaves the stream below open.
final class Hashing extends OutputStream {
  private final OutputStream out;
  private final MessageDigest digest;
  private long size;

  Hashing(OutputStream out) {
    this.out = out;
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    out.write(bytes, offset, length);
    digest.update(bytes, offset, length);
    size += length;
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  long size() {
    return size;
  }

  /// Of all that passed; to be asked once.
  String sha256() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
