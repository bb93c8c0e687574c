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
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The one folder that an instance writes to, held by a lock for as long as the process lives.
public final class DataDirectory implements AutoCloseable {
  private static final String LOCK = "instance.lock";

  /// Here while a backup is being restored: what is there is not whole.
  private static final String RESTORING = "restore-unfinished";

  private final Path root;
  private final Optional<FileChannel> lock;

  private DataDirectory(Path root, Optional<FileChannel> lock) {
    this.root = root;
    this.lock = lock;
  }

  /// Creates the folder, readable by its owner alone, unless it is there.
  ///
  /// @throws StartRefusedException when another instance holds it, it can't be written, or a backup
  ///   was restored into it half-way
  public static DataDirectory open(Path folder) {
    DataDirectory directory = hold(folder);
    if (Files.exists(directory.root.resolve(RESTORING))) {
      directory.release();
      throw new StartRefusedException(
          "A backup was restored into "
              + directory.root
              + " only half-way. Run aegis restore again; it begins anew.");
    }
    return directory;
  }

  /// Opens a folder that nobody used yet, or where restoring was cut short: what that left is
  /// deleted. Until [#restored] is called, [#open] refuses it.
  ///
  /// @throws StartRefusedException when there is anything else in it
  public static DataDirectory openEmpty(Path folder) {
    DataDirectory directory = hold(folder);
    try {
      if (Files.exists(directory.root.resolve(RESTORING))) {
        directory.clear();
      }
      List<Path> there = directory.content();
      if (!there.isEmpty()) {
        throw new StartRefusedException(
            "The data directory %s is not empty: %s is there. Restore into an empty one, named with --data."
                .formatted(directory.root, there.getFirst().getFileName()));
      }
      Files.createFile(directory.root.resolve(RESTORING));
      force(directory.root);
      return directory;
    } catch (IOException unusable) {
      directory.release();
      throw unusable(directory.root, unusable);
    } catch (StartRefusedException refused) {
      directory.release();
      throw refused;
    }
  }

  /// For a command beside a platform that may be running: it holds nothing.
  public static DataDirectory beside(Path folder) {
    return new DataDirectory(folder.toAbsolutePath().normalize(), Optional.empty());
  }

  /// Lets a platform start here.
  public void restored() throws IOException {
    force(root);
    Files.delete(root.resolve(RESTORING));
    force(root);
  }

  /// Deletes all that was restored so far.
  public void clear() throws IOException {
    for (Path path : content()) {
      PostgresSoftware.delete(path);
    }
    Files.deleteIfExists(root.resolve(RESTORING));
  }

  private List<Path> content() throws IOException {
    try (Stream<Path> there = Files.list(root)) {
      return there
          .filter(path -> !List.of(LOCK, RESTORING).contains(path.getFileName().toString()))
          .sorted()
          .toList();
    }
  }

  private static void force(Path folder) throws IOException {
    try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
      entries.force(true);
    }
  }

  private static DataDirectory hold(Path folder) {
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
      return new DataDirectory(root, Optional.of(channel));
    } catch (IOException unusable) {
      throw unusable(root, unusable);
    }
  }

  private static StartRefusedException unusable(Path root, IOException why) {
    return new StartRefusedException("The data directory " + root + " can't be used: " + why, why);
  }

  private void release() {
    try {
      close();
    } catch (IOException unusable) {
      throw unusable(root, unusable);
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
    if (lock.isPresent()) {
      lock.get().close();
    }
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
