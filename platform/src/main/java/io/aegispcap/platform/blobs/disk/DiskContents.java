package io.aegispcap.platform.blobs.disk;

import io.aegispcap.platform.blobs.Blob;
import io.aegispcap.platform.blobs.BlobId;
import io.aegispcap.platform.blobs.DamagedBlobException;
import io.aegispcap.platform.blobs.MissingBlobException;
import io.aegispcap.platform.blobs.keep.Contents;
import io.aegispcap.platform.blobs.keep.SpoolFolder;
import io.aegispcap.platform.blobs.keep.VerifiedFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;

/// Files named by their content, in folders named by its first two digits; the spool lies beside
/// them, on the same file system, so that moving is one step.
public final class DiskContents implements Contents {
  private static final int PREFIX = 2;

  private final Path root;
  private final SpoolFolder spool;
  private final VerifiedFiles verified = new VerifiedFiles();

  /// @param root exists; nodes may share it
  public DiskContents(Path root, InstantSource clock) throws IOException {
    this.root = root;
    this.spool = new SpoolFolder(Files.createDirectories(root.resolve("incoming")), clock);
  }

  @Override
  public Path spool() {
    return spool.path();
  }

  /// Also where the content is there already, which repairs it where it was damaged.
  @Override
  public void put(Blob blob, Path spooled) throws IOException {
    Path file = path(blob.id());
    Path folder = folder(blob.id());
    makeFolder(folder);
    Files.move(spooled, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    force(folder);
    verified.trust(file, blob);
  }

  @Override
  public InputStream read(Blob blob) throws IOException {
    try {
      return Files.newInputStream(path(blob.id()));
    } catch (NoSuchFileException _) {
      throw new MissingBlobException(blob.id());
    }
  }

  @Override
  public Path file(Blob blob) throws IOException {
    Path file = path(blob.id());
    try {
      String fault = verified.fault(file, blob);
      if (!fault.isEmpty()) {
        throw new DamagedBlobException(blob.id(), fault);
      }
      return file;
    } catch (NoSuchFileException _) {
      throw new MissingBlobException(blob.id());
    }
  }

  @Override
  public void remove(BlobId id) throws IOException {
    Files.deleteIfExists(path(id));
  }

  @Override
  public void sweep(Duration age) throws IOException {
    spool.sweep(age);
  }

  private Path folder(BlobId id) {
    return root.resolve(id.sha256().substring(0, PREFIX));
  }

  private Path path(BlobId id) {
    return folder(id).resolve(id.sha256().substring(PREFIX));
  }

  private void makeFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      try {
        Files.createDirectory(folder);
      } catch (FileAlreadyExistsException _) {
        return; // made by another upload, which also forces it
      }
      force(root);
    }
  }

  /// Writes a folder's entries to the disk, without which a power cut may take a move back.
  private static void force(Path folder) throws IOException {
    try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
      entries.force(true);
    }
  }
}
