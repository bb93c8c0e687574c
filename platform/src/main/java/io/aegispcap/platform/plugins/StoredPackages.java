package io.aegispcap.platform.plugins;

import io.aegispcap.platform.blobs.BlobId;
import io.aegispcap.platform.blobs.DamagedBlobException;
import io.aegispcap.platform.blobs.MissingBlobException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Whether stored packages are still what they were when they were checked.
public final class StoredPackages {
  private StoredPackages() {}

  /// Reads all of it: packages are small.
  ///
  /// @throws DamagedBlobException when it has another hash
  public static void verify(BlobId content, Path file) throws IOException {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      if (!HexFormat.of().formatHex(digest).equals(content.sha256())) {
        throw new DamagedBlobException(content, "its hash is another");
      }
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  /// Whether it stays so until somebody brings the package again, or restores it.
  public static boolean lost(IOException why) {
    return why instanceof DamagedBlobException || why instanceof MissingBlobException;
  }
}
