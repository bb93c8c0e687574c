package io.aegispcap.platform.captures.upload;

import io.aegispcap.platform.database.DataDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// The bytes of uploads that are not complete yet, a file each.
@Component
class UploadFiles {
  private final Path folder;

  UploadFiles(DataDirectory directory) {
    folder = directory.folder("uploads");
  }

  /// A file that is written to. Bytes beyond the offset it is opened at are none of ours: they came
  /// after the last that were acknowledged.
  static final class Open implements AutoCloseable {
    private final FileChannel channel;

    private Open(FileChannel channel) {
      this.channel = channel;
    }

    void write(byte[] bytes, int length) throws IOException {
      ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
    }

    /// On disk for good.
    void force() throws IOException {
      channel.force(true);
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }

  Open open(UUID id, long offset) throws IOException {
    FileChannel channel =
        FileChannel.open(path(id), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    channel.truncate(offset);
    channel.position(offset);
    return new Open(channel);
  }

  /// Whether so many bytes are here: not after a backup was restored, nor on another node.
  boolean holds(UUID id, long bytes) throws IOException {
    return bytes == 0 || Files.exists(path(id)) && Files.size(path(id)) >= bytes;
  }

  InputStream read(UUID id) throws IOException {
    return Files.newInputStream(path(id));
  }

  void delete(UUID id) throws IOException {
    Files.deleteIfExists(path(id));
  }

  List<UUID> all() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.flatMap(file -> id(file).stream()).toList();
    }
  }

  private static Optional<UUID> id(Path file) {
    try {
      return Optional.of(UUID.fromString(file.getFileName().toString()));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private Path path(UUID id) {
    return folder.resolve(id.toString());
  }
}
