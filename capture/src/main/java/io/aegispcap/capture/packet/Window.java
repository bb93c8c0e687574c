package io.aegispcap.capture.packet;

import java.util.concurrent.atomic.AtomicInteger;

/// A stretch of capture bytes in memory that several packets point into. It is freed when the last
/// holder lets go, so that memory follows what is being worked on and not the length of a capture.
///
/// A window starts with one holder, its reader. Any thread may retain or release.
public final class Window {
  private final byte[] bytes;
  private final Runnable free;
  private final AtomicInteger holders = new AtomicInteger(1);

  /// @param free runs once, on the thread that released the window last
  public Window(byte[] bytes, Runnable free) {
    this.bytes = bytes;
    this.free = free;
  }

  /// The array itself, not a copy: many packets read it, nobody writes while it is held.
  public byte[] bytes() {
    return bytes;
  }

  /// Keeps the bytes readable until the matching [#release].
  public void retain() {
    holders.incrementAndGet();
  }

  public void release() {
    if (holders.decrementAndGet() == 0) {
      free.run();
    }
  }
}
