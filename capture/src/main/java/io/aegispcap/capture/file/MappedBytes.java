package io.aegispcap.capture.file;

import io.aegispcap.capture.packet.Window;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;

/// A regular file, mapped a window at a time. A window begins at the record that did not fit into
/// the one before, so that no frame spans two.
///
/// The file is read up to the size it had when it was opened. One that shrinks while it is mapped
/// ends the run with an `InternalError`, as the operating system takes the memory away; files that
/// may do so are to be read unmapped.
final class MappedBytes extends ByteSource {
  private static final int LINE = 64;
  private static final int AHEAD = 256 << 10;

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
    if (segment().byteSize() - position() < count) {
      show(map(from, Math.min(Math.max(count, windowBytes), size - from)), from, 0, 0);
    }
    return sweep(Math.max(count, AHEAD)) >= 0;
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

  /// Shows the next bytes of the window after reading one of each cache line: memory is fetched
  /// ahead in a sweep, where a walk from record to record waits for it at each header (measured:
  /// half the time).
  ///
  /// @return the sum of what was read, never negative, so that the sweep is not optimised away
  private long sweep(long count) {
    MemorySegment segment = segment();
    long end = Math.min(position() + count, segment.byteSize());
    long sum = 0;
    for (long at = limit(); at < end; at += LINE) {
      sum += segment.get(ValueLayout.JAVA_BYTE, at) & 0xff;
    }
    show(window(), offset() - position(), position(), end);
    return sum;
  }

  @Override
  boolean pass(long count) {
    long from = offset();
    boolean there = count <= size - from;
    if (count <= segment().byteSize() - position()) {
      long to = position() + count;
      show(window(), from - position(), to, to);
      return true;
    }
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
