package io.aegispcap.capture.packet;

import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicInteger;

/// A stretch of capture bytes in memory that several packets point into. It is freed when the last
/// holder lets go, so that memory follows what is being worked on and not the length of a capture.
///
/// A window starts with one holder, its reader. Any thread may retain or release.
public final class Window {
  private final MemorySegment segment;
  private final Runnable free;
  private final AtomicInteger holders = new AtomicInteger(1);

  /// @param free runs once, on the thread that released the window last
  public Window(MemorySegment segment, Runnable free) {
    this.segment = segment;
    this.free = free;
  }

  public MemorySegment segment() {
    return segment;
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
