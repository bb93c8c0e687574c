package io.aegispcap.capture.file;

import io.aegispcap.capture.packet.Window;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;

/// A regular file, mapped a window at a time. A window begins at the record that did not fit into
/// the one before, so that no frame spans two.
final class MappedBytes extends ByteSource {
  private final FileChannel file;
  private final long size;
  private final long windowBytes;

  MappedBytes(FileChannel file, long windowBytes) throws IOException {
    this.file = file;
    this.size = file.size();
    this.windowBytes = windowBytes;
  }

  @Override
  boolean reach(long count) throws IOException {
    long from = offset();
    if (size - from < count) {
      return false;
    }
    long length = Math.min(Math.max(count, windowBytes), size - from);
    show(map(from, length), from, 0, length);
    return true;
  }

  private Window map(long from, long length) throws IOException {
    Arena arena = Arena.ofShared();
    boolean mapped = false;
    try {
      Window window = new Window(file.map(MapMode.READ_ONLY, from, length, arena), arena::close);
      mapped = true;
      return window;
    } finally {
      if (!mapped) {
        arena.close();
      }
    }
  }

  @Override
  boolean pass(long count) {
    long from = offset();
    boolean there = count <= size - from;
    leave(there ? from + count : size);
    return there;
  }

  @Override
  long left() {
    return size - offset();
  }

  @Override
  public void close() throws IOException {
    super.close();
    file.close();
  }
}
