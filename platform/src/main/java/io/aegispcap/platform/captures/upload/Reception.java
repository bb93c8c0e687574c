package io.aegispcap.platform.captures.upload;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.function.LongConsumer;

/// Writes a piece of an upload to its file. What was acknowledged is on disk for good before it is;
/// a piece with a checksum counts as a whole or not at all.
///
/// @param acknowledged hears of each offset up to which all is kept
record Reception(UploadFiles.Open file, Upload upload, LongConsumer acknowledged) {
  private static final int BUFFER = 1 << 16;

  /// How much may be lost when the machine goes down in the middle of a long piece.
  private static final long STEP = 32L << 20;

  /// Whether the piece ended where the upload does or before; if not, nothing of it is kept but
  /// what was acknowledged already.
  ///
  /// @throws ChecksumMismatchException when it is damaged
  boolean take(Chunk chunk) throws IOException {
    return chunk.checksum().isPresent() ? whole(chunk, chunk.checksum().get()) : bitByBit(chunk);
  }

  private boolean bitByBit(Chunk chunk) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long kept = chunk.offset();
    long at = kept;
    try {
      int count = chunk.body().read(buffer);
      while (count >= 0) {
        if (at + count > upload.size()) {
          at = kept;
          return false;
        }
        file.write(buffer, count);
        at += count;
        if (at - kept >= STEP) {
          keep(at);
          kept = at;
        }
        count = chunk.body().read(buffer);
      }
      return true;
    } finally {
      keep(at); // also when the client went away
    }
  }

  private boolean whole(Chunk chunk, Checksum checksum) throws IOException {
    byte[] buffer = new byte[BUFFER];
    MessageDigest digest = checksum.digest();
    long at = chunk.offset();
    int count = chunk.body().read(buffer);
    while (count >= 0) {
      if (at + count > upload.size()) {
        return false;
      }
      file.write(buffer, count);
      digest.update(buffer, 0, count);
      at += count;
      count = chunk.body().read(buffer);
    }
    if (!checksum.matches(digest)) {
      throw new ChecksumMismatchException();
    }
    keep(at);
    return true;
  }

  private void keep(long at) throws IOException {
    file.force();
    acknowledged.accept(at);
  }
}
