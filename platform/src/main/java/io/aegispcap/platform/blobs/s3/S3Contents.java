package io.aegispcap.platform.blobs.s3;

import io.aegispcap.platform.blobs.Blob;
import io.aegispcap.platform.blobs.BlobId;
import io.aegispcap.platform.blobs.MissingBlobException;
import io.aegispcap.platform.blobs.keep.Contents;
import io.aegispcap.platform.blobs.keep.SpoolFolder;
import io.aegispcap.platform.blobs.keep.VerifiedInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/// Objects in a bucket. What comes in is spooled on the disk of this node, so that its name is
/// known before it is sent, and stays there as a copy to read.
final class S3Contents implements Contents {
  private final Bucket bucket;
  private final SpoolFolder spool;
  private final FileCache cache;
  private final InstantSource clock;

  /// Lest the same content is fetched twice at once.
  private final ConcurrentHashMap<BlobId, ReentrantLock> fetching = new ConcurrentHashMap<>();

  /// @param folder exists; of this node alone
  /// @param cached how many bytes of copies to keep
  S3Contents(Bucket bucket, Path folder, long cached, InstantSource clock) throws IOException {
    this.bucket = bucket;
    this.spool = new SpoolFolder(Files.createDirectories(folder.resolve("incoming")), clock);
    this.cache = new FileCache(folder.resolve("copies"), cached);
    this.clock = clock;
  }

  @Override
  public Path spool() {
    return spool.path();
  }

  @Override
  public void put(Blob blob, Path spooled) throws IOException {
    Optional<Long> there = bucket.size(blob.id());
    if (there.isEmpty() || there.get() != blob.size()) {
      Upload.of(bucket, blob, spooled).run();
    }
    cache.add(blob, spooled);
  }

  @Override
  public InputStream read(Blob blob) throws IOException {
    Optional<Path> copy = cache.find(blob);
    return copy.isPresent() ? Files.newInputStream(copy.get()) : fetch(blob);
  }

  @Override
  public Path file(Blob blob) throws IOException {
    ReentrantLock lock = fetching.computeIfAbsent(blob.id(), _ -> new ReentrantLock());
    lock.lock();
    try {
      Optional<Path> copy = cache.find(blob);
      return copy.isPresent() ? copy.get() : copy(blob);
    } finally {
      fetching.remove(blob.id(), lock);
      lock.unlock();
    }
  }

  private Path copy(Blob blob) throws IOException {
    Path file = spool.path().resolve(UUID.randomUUID().toString());
    try (InputStream content = new VerifiedInput(fetch(blob), blob)) {
      Files.copy(content, file);
      return cache.add(blob, file);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private InputStream fetch(Blob blob) throws IOException {
    return bucket.read(blob).orElseThrow(() -> new MissingBlobException(blob.id()));
  }

  @Override
  public void remove(BlobId id) throws IOException {
    bucket.remove(id);
    cache.drop(id);
  }

  @Override
  public void sweep(Duration age) throws IOException {
    spool.sweep(age);
    bucket.abortUploads(clock.instant().minus(age));
  }
}
