package io.aegispcap.platform.blobs.keep;

import io.aegispcap.platform.blobs.Blob;
import io.aegispcap.platform.blobs.BlobId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;

/// Content on its way in: a file of its own, written to the disk, deleted when closed unless it was
/// moved.
record Spooled(Blob blob, Path file) implements AutoCloseable {
  private static final int CHUNK = 1 << 16;

  /// Reads to the end, in constant memory.
  static Spooled write(InputStream content, Path folder) throws IOException {
    Path file = folder.resolve(UUID.randomUUID().toString());
    try (FileChannel out =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      MessageDigest digest = Sha256.digest();
      long size = 0;
      byte[] chunk = new byte[CHUNK];
      for (int read = content.read(chunk); read >= 0; read = content.read(chunk)) {
        digest.update(chunk, 0, read);
        writeFully(out, ByteBuffer.wrap(chunk, 0, read));
        size += read;
      }
      out.force(true);
      return new Spooled(
          new Blob(new BlobId(HexFormat.of().formatHex(digest.digest())), size), file);
    } catch (IOException | RuntimeException unreadable) {
      Files.deleteIfExists(file);
      throw unreadable;
    }
  }

  private static void writeFully(FileChannel out, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
  }
}
