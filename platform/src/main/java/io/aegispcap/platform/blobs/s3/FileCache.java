package io.aegispcap.platform.blobs.s3;

import io.aegispcap.platform.blobs.Blob;
import io.aegispcap.platform.blobs.BlobId;
import io.aegispcap.platform.blobs.keep.VerifiedFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Copies of content on the disk of this node, the least recently used of which go when they are
/// too much. The newest stays even when it alone is too much. Who has a file open keeps reading it.
final class FileCache {
  private final Path folder;
  private final long most;
  private final VerifiedFiles verified = new VerifiedFiles();

  /// Sizes in bytes, the least recently used first.
  private final Map<BlobId, Long> sizes = new LinkedHashMap<>(16, 0.75f, true);

  private long total;

  /// @param most in bytes
  FileCache(Path folder, long most) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.most = most;
    for (Path file : oldestFirst(folder)) {
      long size = Files.size(file);
      sizes.put(new BlobId(file.getFileName().toString()), size);
      total += size;
    }
  }

  /// A copy that is whole; one that was damaged is dropped.
  Optional<Path> find(Blob blob) throws IOException {
    if (!holds(blob.id())) {
      return Optional.empty();
    }
    Path file = path(blob.id());
    try {
      if (verified.fault(file, blob).isEmpty()) {
        return Optional.of(file);
      }
    } catch (NoSuchFileException _) {
      return Optional.empty(); // dropped meanwhile
    }
    drop(blob.id());
    return Optional.empty();
  }

  /// Counts as a use.
  private synchronized boolean holds(BlobId id) {
    return sizes.get(id) != null;
  }

  /// Takes over a file with this very content.
  synchronized Path add(Blob blob, Path file) throws IOException {
    Path cached = path(blob.id());
    Files.move(file, cached, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    verified.trust(cached, blob);
    Long before = sizes.put(blob.id(), blob.size());
    total += blob.size() - (before == null ? 0 : before);
    shrink();
    return cached;
  }

  synchronized void drop(BlobId id) throws IOException {
    Long size = sizes.remove(id);
    total -= size == null ? 0 : size;
    Files.deleteIfExists(path(id));
  }

  private void shrink() throws IOException {
    Iterator<Map.Entry<BlobId, Long>> oldest = sizes.entrySet().iterator();
    while (total > most && sizes.size() > 1) {
      Map.Entry<BlobId, Long> entry = oldest.next();
      total -= entry.getValue();
      Files.deleteIfExists(path(entry.getKey()));
      oldest.remove();
    }
  }

  private Path path(BlobId id) {
    return folder.resolve(id.sha256());
  }

  private static List<Path> oldestFirst(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted(Comparator.comparing(FileCache::changed)).toList();
    }
  }

  private static FileTime changed(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
