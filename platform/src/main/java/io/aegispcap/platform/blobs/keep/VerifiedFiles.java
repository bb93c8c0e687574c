package io.aegispcap.platform.blobs.keep;

import io.aegispcap.platform.blobs.Blob;
import io.aegispcap.platform.blobs.BlobId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Remembers which files this process has verified, so that a file is hashed again only when it was
/// changed.
public final class VerifiedFiles {
  private static final int REMEMBERED = 10_000;

  private final Map<BlobId, Seen> verified = Collections.synchronizedMap(new Recent());

  private record Seen(@Nullable Object key, long size, FileTime changed) {}

  /// The ones seen last.
  private static final class Recent extends LinkedHashMap<BlobId, Seen> {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<BlobId, Seen> eldest) {
      return size() > REMEMBERED;
    }
  }

  /// What is wrong with the file; empty when it has this very content.
  public String fault(Path file, Blob blob) throws IOException {
    BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
    if (now.size() != blob.size()) {
      return "it has %d instead of %d bytes".formatted(now.size(), blob.size());
    }
    Seen seen = new Seen(now.fileKey(), now.size(), now.lastModifiedTime());
    if (seen.equals(verified.get(blob.id()))) {
      return "";
    }
    String found = Sha256.of(file);
    if (!found.equals(blob.id().sha256())) {
      return "its SHA-256 is " + found;
    }
    verified.put(blob.id(), seen);
    return "";
  }

  /// Remembers a file that was hashed while it was written.
  public void trust(Path file, Blob blob) throws IOException {
    BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
    verified.put(blob.id(), new Seen(now.fileKey(), now.size(), now.lastModifiedTime()));
  }
}
