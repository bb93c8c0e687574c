package io.aegispcap.cage;

import io.aegispcap.cage.kernel.NativeCalls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.locks.LockSupport;

/// Ends the process when its host is gone, even while the plugin is at work.
final class OrphanWatch implements Runnable {
  private static final long PAUSE = 500_000_000;

  private final NativeCalls calls;
  private final long parent;

  private OrphanWatch(NativeCalls calls) throws IOException {
    this.calls = calls;
    parent = parent();
  }

  static void start(NativeCalls calls) throws IOException {
    Thread.ofPlatform().name("orphan-watch").daemon().start(new OrphanWatch(calls));
  }

  @Override
  public void run() {
    try {
      while (parent() == parent) {
        Thread.interrupted(); // a plugin may try
        LockSupport.parkNanos(PAUSE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      Runtime.getRuntime().halt(1);
    }
  }

  private long parent() throws IOException {
    return calls.systemCall(SystemCalls.GETPPID, 0, 0, 0, 0);
  }
}
