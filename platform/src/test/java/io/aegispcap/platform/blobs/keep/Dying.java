package io.aegispcap.platform.blobs.keep;

import io.aegispcap.platform.blobs.Blob;
import io.aegispcap.platform.blobs.BlobId;
import io.aegispcap.platform.blobs.disk.DiskContents;
import io.aegispcap.platform.blobs.store.Indexes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// A process that stores or collects and dies at a given step, as by kill -9 or a power cut: no
/// `finally` runs, no connection is closed.
final class Dying {
  private static final int KILLED = 137;

  private Dying() {}

  /// Where it dies.
  enum Step {
    SPOOLING,
    SPOOLED,
    ANNOUNCED,
    PUT,
    KEPT,
    DOOMED,
    REMOVING,
    REMOVED
  }

  /// @param arguments URL, user and password of the database; folder, step, content
  public static void main(String[] arguments) throws IOException {
    DriverManagerDataSource database =
        new DriverManagerDataSource(arguments[0], arguments[1], arguments[2]);
    Step last = Step.valueOf(arguments[4]);
    BlobIndex index = new DyingIndex(Indexes.on(database), last);
    Contents contents =
        new DyingContents(new DiskContents(Path.of(arguments[3]), Clock.systemUTC()), last);
    byte[] content = arguments[5].getBytes(StandardCharsets.UTF_8);
    if (last.compareTo(Step.DOOMED) < 0) {
      new KeptBlobs(index, contents).store(new DyingInput(content, last));
    } else {
      new BlobCollector(index, contents, new BlobSettings(Duration.ofDays(1))).collect();
    }
    throw new IllegalStateException("outlived the step " + last);
  }

  private static void dieAt(Step step, Step last) {
    if (step == last) {
      Runtime.getRuntime().halt(KILLED);
    }
  }

  /// Dies when half of it was read.
  private static final class DyingInput extends InputStream {
    private final InputStream in;
    private final Step last;

    DyingInput(byte[] content, Step last) {
      this.in = new ByteArrayInputStream(content);
      this.last = last;
    }

    @Override
    public int read() throws IOException {
      return in.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (in.available() < length / 2) {
        dieAt(Step.SPOOLING, last);
      }
      return in.read(bytes, offset, Math.min(length, 16));
    }
  }

  private record DyingContents(Contents whole, Step last) implements Contents {

    @Override
    public Path spool() {
      return whole.spool();
    }

    @Override
    public void put(Blob blob, Path spooled) throws IOException {
      whole.put(blob, spooled);
      dieAt(Step.PUT, last);
    }

    @Override
    public InputStream read(Blob blob) throws IOException {
      return whole.read(blob);
    }

    @Override
    public Path file(Blob blob) throws IOException {
      return whole.file(blob);
    }

    @Override
    public void remove(BlobId id) throws IOException {
      dieAt(Step.REMOVING, last);
      whole.remove(id);
      dieAt(Step.REMOVED, last);
    }

    @Override
    public void sweep(Duration age) throws IOException {
      whole.sweep(age);
    }
  }

  private record DyingIndex(BlobIndex whole, Step last) implements BlobIndex {

    @Override
    public Optional<Blob> find(BlobId id) {
      return whole.find(id);
    }

    @Override
    public UUID announce(BlobId id) {
      dieAt(Step.SPOOLED, last);
      UUID announcement = whole.announce(id);
      dieAt(Step.ANNOUNCED, last);
      return announcement;
    }

    @Override
    public boolean keep(Blob blob, UUID announcement) {
      boolean kept = whole.keep(blob, announcement);
      dieAt(Step.KEPT, last);
      return kept;
    }

    @Override
    public void abandon(BlobId id) {
      whole.abandon(id);
    }

    @Override
    public void expireAnnouncements(Duration grace) {
      whole.expireAnnouncements(grace);
    }

    @Override
    public List<BlobId> unreferenced(Duration grace, Optional<BlobId> after, int most) {
      return whole.unreferenced(grace, after, most);
    }

    @Override
    public boolean doom(BlobId id, Duration grace) {
      boolean doomed = whole.doom(id, grace);
      dieAt(Step.DOOMED, last);
      return doomed;
    }

    @Override
    public List<BlobId> doomed(Optional<BlobId> after, int most) {
      return whole.doomed(after, most);
    }

    @Override
    public void remove(BlobId id, Removal removal) throws IOException {
      whole.remove(id, removal);
    }
  }
}
