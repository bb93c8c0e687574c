package io.aegispcap.analysis.flow;

/// Counts the bytes that all conversations of a table hold out of order, so that many lossy flows
/// can't fill memory together though each keeps to its own bound. One thread at a time uses it.
final class HeldBytes {
  /// Bytes held in one table at most; there are eight tables.
  static final int MAX_BYTES = 16 << 20;

  private long held;

  void take(int bytes) {
    held += bytes;
  }

  void give(int bytes) {
    held -= bytes;
  }

  boolean full() {
    return held > MAX_BYTES;
  }
}
