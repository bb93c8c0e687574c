package io.aegispcap.extension.trust;

import io.aegispcap.extension.resolve.VersionRange;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Keeps whom an installation trusts in a JSON file. Several programs may use it at once: each
/// change reads the file again, and replaces it as a whole.
public final class FileTrustStore implements TrustStore {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final long PAUSE_NANOS = 10_000_000;
  private static final int ATTEMPTS = 500;

  private final Path file;
  private volatile Content content;

  /// @param pinned keys by namespace
  /// @param revoked keys
  /// @param newest versions by package
  private record Content(
      Map<String, String> pinned, Set<String> revoked, Map<String, String> newest) {
    private Content {
      pinned = new TreeMap<>(orEmpty(pinned));
      revoked = revoked == null ? new TreeSet<>() : new TreeSet<>(revoked);
      newest = new TreeMap<>(orEmpty(newest));
      pinned.values().forEach(FileTrustStore::checked);
      revoked.forEach(FileTrustStore::checked);
      newest.values().forEach(version -> VersionRange.compare(version, version));
    }

    private static Map<String, String> orEmpty(@Nullable Map<String, String> map) {
      return map == null ? Map.of() : map;
    }

    Content copy() {
      return new Content(pinned, revoked, newest);
    }
  }

  private FileTrustStore(Path file, Content content) {
    this.file = file;
    this.content = content;
  }

  /// Opens a store; a file that is not there is an empty one.
  ///
  /// @throws IOException when the file can't be read: it is never taken for an empty one
  public static FileTrustStore open(Path file) throws IOException {
    return new FileTrustStore(file, read(file));
  }

  @Override
  public Optional<String> pinned(String namespace) {
    return Optional.ofNullable(content.pinned().get(namespace));
  }

  @Override
  public boolean revoked(String key) {
    return content.revoked().contains(key);
  }

  @Override
  public Optional<String> newest(String id) {
    return Optional.ofNullable(content.newest().get(id));
  }

  /// From now on the namespace belongs to this key, whomever it belonged to before.
  public void pin(String namespace, String key) throws IOException {
    checked(key);
    change(
        next -> {
          next.pinned().put(namespace, key);
          return next;
        });
  }

  /// From now on nothing signed with this key is taken; there is no way back.
  public void revoke(String key) throws IOException {
    checked(key);
    change(
        next -> {
          next.revoked().add(key);
          return next;
        });
  }

  /// Notes that a version was installed; an older one changes nothing.
  public void installed(String id, String version) throws IOException {
    change(
        next -> {
          next.newest()
              .merge(
                  id,
                  version,
                  (before, now) -> VersionRange.compare(now, before) > 0 ? now : before);
          return next;
        });
  }

  private static void checked(String key) {
    if (!key.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("a key has 64 hex digits in lower case: " + key);
    }
  }

  private synchronized void change(UnaryOperator<Content> change) throws IOException {
    Path lockFile = file.resolveSibling(file.getFileName() + ".lock");
    try (FileChannel channel =
            FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = locked(channel)) {
      Content next = change.apply(read(file).copy());
      Path draft = file.resolveSibling(file.getFileName() + ".part");
      Files.write(draft, JSON.writeValueAsBytes(next));
      try (FileChannel written = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        written.force(true);
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      content = next;
    }
  }

  private FileLock locked(FileChannel channel) throws IOException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        FileLock lock = channel.tryLock();
        if (lock != null) {
          return lock;
        }
      } catch (OverlappingFileLockException _) {
        // Held by another store of this very process: as good as held by another process.
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    throw new IOException(file + " is being changed by another program; try again");
  }

  private static Content read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return new Content(Map.of(), Set.of(), Map.of());
    }
    try {
      Content read = JSON.readValue(Files.readAllBytes(file), Content.class);
      if (read == null) { // JSON has a word for that
        throw new IOException(file + " is no trust store, and is left as it is: null");
      }
      return read;
    } catch (JacksonException e) {
      throw new IOException(
          file + " is no trust store, and is left as it is: " + e.getOriginalMessage(), e);
    }
  }
}
