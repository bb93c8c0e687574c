package io.aegispcap.platform.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/// The one folder that an instance writes to, held by a lock for as long as the process lives.
public final class DataDirectory implements AutoCloseable {
  private static final String LOCK = "instance.lock";

  private final Path root;
  private final FileChannel lock;

  private DataDirectory(Path root, FileChannel lock) {
    this.root = root;
    this.lock = lock;
  }

  /// Creates the folder, readable by its owner alone, unless it is there.
  ///
  /// @throws StartRefusedException when another instance holds it, or it can't be written
  public static DataDirectory open(Path folder) {
    Path root = folder.toAbsolutePath().normalize();
    try {
      createPrivate(root);
      FileChannel channel =
          FileChannel.open(
              root.resolve(LOCK),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      if (lock(channel).isEmpty()) {
        throw inUse(root, channel);
      }
      channel.truncate(0);
      channel.write(
          ByteBuffer.wrap(
              Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
      return new DataDirectory(root, channel);
    } catch (IOException unusable) {
      throw new StartRefusedException(
          "The data directory " + root + " can't be used: " + unusable, unusable);
    }
  }

  public Path root() {
    return root;
  }

  /// A folder in it, created for its owner alone unless it is there.
  public Path folder(String name) {
    Path folder = root.resolve(name);
    try {
      createPrivate(folder);
      return folder;
    } catch (IOException unusable) {
      throw new StartRefusedException(
          "The folder " + folder + " can't be made: " + unusable, unusable);
    }
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }

  private static void createPrivate(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
      if (posix) {
        Files.createDirectories(
            folder,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      } else {
        Files.createDirectories(folder);
      }
    }
  }

  private static Optional<FileLock> lock(FileChannel channel) throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock());
    } catch (OverlappingFileLockException _) {
      return Optional.empty(); // by this very process
    }
  }

  private static StartRefusedException inUse(Path root, FileChannel channel) throws IOException {
    ByteBuffer holder = ByteBuffer.allocate(20);
    channel.read(holder, 0);
    channel.close();
    return new StartRefusedException(
        "The data directory "
            + root
            + " is in use by another AegisPCAP, process "
            + new String(holder.array(), 0, holder.position(), StandardCharsets.US_ASCII)
            + ". Stop that one, or choose another folder with --data.");
  }
}
