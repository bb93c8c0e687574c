package io.aegispcap.capture.file;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;

/// Native buffers of one size that streams are read into, handed out again once they are free.
/// Those who work on packets may hold several; what is free beyond a few is given back to the
/// system.
final class BufferPool {
  private static final int MAX_FREE = 4;

  private final int bytes;
  private final ArrayDeque<Buffer> free = new ArrayDeque<>();
  private boolean closed;

  BufferPool(int bytes) {
    this.bytes = bytes;
  }

  /// A buffer of at least so many bytes.
  synchronized Buffer take(long atLeast) {
    if (atLeast > bytes) {
      return allocate(atLeast);
    }
    return free.isEmpty() ? allocate(bytes) : free.pop();
  }

  private Buffer allocate(long size) {
    Arena arena = Arena.ofShared();
    return new Buffer(arena, arena.allocate(size, 8));
  }

  synchronized void give(Buffer buffer) {
    if (closed || buffer.segment().byteSize() != bytes || free.size() == MAX_FREE) {
      buffer.arena().close();
    } else {
      free.push(buffer);
    }
  }

  /// Frees what is free; buffers still in use follow when they are given back.
  synchronized void close() {
    closed = true;
    free.forEach(buffer -> buffer.arena().close());
    free.clear();
  }

  /// Memory and the arena that frees it.
  record Buffer(Arena arena, MemorySegment segment) {}
}
