package io.aegispcap.platform.backup.file;

import io.aegispcap.platform.backup.Manifest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;

/// An entry that is read a second time, to be what it was the first time.
final class VerifiedEntry extends FilterInputStream {
  private final Manifest.Entry stated;
  private final Path file;
  private final Hashing hashing = new Hashing(OutputStream.nullOutputStream());
  private boolean verified;

  VerifiedEntry(InputStream in, Manifest.Entry stated, Path file) {
    super(in);
    this.stated = stated;
    this.file = file;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = in.read(bytes, offset, length);
    if (read > 0) {
      hashing.write(bytes, offset, read);
    } else if (read < 0 && !verified) {
      verified = true;
      if (!hashing.sha256().equals(stated.sha256())) {
        throw new DamagedBackupException(file, stated.name(), 0, "it changed while it was read");
      }
    }
    return read;
  }
}
