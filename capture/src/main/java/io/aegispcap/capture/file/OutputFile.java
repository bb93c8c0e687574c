package io.aegispcap.capture.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// A file that appears under its name when it is complete, and not before: until then its bytes are
/// in a file beside it. Devices and named pipes, which cannot be replaced, are written directly.
final class OutputFile implements Closeable {
  private static final int BUFFER = 64 << 10;

  private final Path target;
  private final String name;
  private final Path written;
  private final FileChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
  private boolean finished;

  /// @param name what to call it in messages
  OutputFile(Path target, String name) throws IOException {
    this.target = target;
    this.name = name;
    boolean special = Files.exists(target) && !Files.isRegularFile(target);
    this.written = special ? target : beside(target);
    this.channel =
        special
            ? FileChannel.open(written, StandardOpenOption.WRITE)
            : FileChannel.open(written, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
  }

  private static Path beside(Path target) {
    String name = target.toAbsolutePath().getFileName() + "." + ProcessHandle.current().pid();
    return target.toAbsolutePath().resolveSibling(name + ".part");
  }

  OutputFile int16(int value) throws IOException {
    room(2).putShort((short) value);
    return this;
  }

  OutputFile int32(int value) throws IOException {
    room(4).putInt(value);
    return this;
  }

  OutputFile int64(long value) throws IOException {
    room(8).putLong(value);
    return this;
  }

  OutputFile bytes(byte[] from, int offset, int count) throws IOException {
    for (int done = 0; done < count; ) {
      room(1);
      int step = Math.min(count - done, buffer.remaining());
      buffer.put(from, offset + done, step);
      done += step;
    }
    return this;
  }

  /// Zeros that bring so many bytes up to a multiple of four.
  OutputFile pad(int count) throws IOException {
    for (int i = count; i % 4 != 0; i++) {
      room(1).put((byte) 0);
    }
    return this;
  }

  private ByteBuffer room(int count) throws IOException {
    if (buffer.remaining() < count) {
      flush();
    }
    return buffer;
  }

  private void flush() throws IOException {
    buffer.flip();
    try {
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
    } catch (IOException e) {
      throw new IOException(name + ": cannot be written: " + e.getMessage(), e);
    }
    buffer.clear();
  }

  /// Completes the file and gives it its name.
  void finish() throws IOException {
    flush();
    channel.close();
    if (!written.equals(target)) {
      Files.move(
          written, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
    finished = true;
  }

  /// Throws away what was written, unless it is finished.
  @Override
  public void close() throws IOException {
    channel.close();
    if (!finished && !written.equals(target)) {
      Files.deleteIfExists(written);
    }
  }
}
