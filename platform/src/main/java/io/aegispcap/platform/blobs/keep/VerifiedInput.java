package io.aegispcap.platform.blobs.keep;

import io.aegispcap.platform.blobs.Blob;
import io.aegispcap.platform.blobs.DamagedBlobException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;

/// Hashes content while it is read, and hands the last bytes over only when all were right.
public final class VerifiedInput extends InputStream {
  private final InputStream in;
  private final Blob blob;
  private final MessageDigest digest = Sha256.digest();
  private long passed;

  /// @throws DamagedBlobException when there should be nothing and is something
  public VerifiedInput(InputStream in, Blob blob) throws IOException {
    this.in = in;
    this.blob = blob;
    if (blob.size() == 0) {
      verifyEnd();
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    long left = blob.size() - passed;
    if (left == 0) {
      return -1;
    }
    if (length == 0) {
      return 0;
    }
    int read = in.read(bytes, offset, (int) Math.min(length, left));
    if (read < 0) {
      throw new DamagedBlobException(
          blob.id(), "it ends after %d of %d bytes".formatted(passed, blob.size()));
    }
    digest.update(bytes, offset, read);
    passed += read;
    if (passed == blob.size()) {
      verifyEnd();
    }
    return read;
  }

  private void verifyEnd() throws IOException {
    if (in.read() >= 0) {
      throw new DamagedBlobException(blob.id(), "it goes on after %d bytes".formatted(blob.size()));
    }
    String found = HexFormat.of().formatHex(digest.digest());
    if (!found.equals(blob.id().sha256())) {
      throw new DamagedBlobException(blob.id(), "its SHA-256 is " + found);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
