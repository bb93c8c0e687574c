package io.aegispcap.capture.file;

import java.util.ArrayDeque;

/// Buffers of one size that captures are read into, handed out again once they are free. Those who
/// work on packets may hold several; what is free beyond a few is left to the garbage collector.
final class BufferPool {
  private static final int MAX_FREE = 4;

  private final int bytes;
  private final ArrayDeque<byte[]> free = new ArrayDeque<>();

  BufferPool(int bytes) {
    this.bytes = bytes;
  }

  /// A buffer of at least so many bytes.
  synchronized byte[] take(int atLeast) {
    if (atLeast > bytes) {
      return new byte[atLeast];
    }
    return free.isEmpty() ? new byte[bytes] : free.pop();
  }

  synchronized void give(byte[] buffer) {
    if (buffer.length == bytes && free.size() < MAX_FREE) {
      free.push(buffer);
    }
  }
}
