package io.aegispcap.extension.sandbox;

import java.time.Duration;

/// Ends a process that has not answered in time; whoever waits for it then finds its pipe closed.
/// In between it looks at what the process used, since nothing says so once it ended.
final class Deadline implements AutoCloseable {
  private static final Duration LOOK = Duration.ofMillis(100);

  private final Thread watch;
  private volatile boolean missed;

  Deadline(CagedProcess process, Duration time) {
    watch = Thread.ofVirtual().name("plugin-deadline").start(() -> wait(process, time));
  }

  private void wait(CagedProcess process, Duration time) {
    try {
      long end = System.nanoTime() + time.toNanos();
      while (System.nanoTime() - end < 0) {
        Thread.sleep(LOOK.compareTo(time) < 0 ? LOOK : time);
        process.measure();
      }
      missed = true;
      process.kill();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the answer came
    }
  }

  boolean missed() {
    return missed;
  }

  @Override
  public void close() {
    watch.interrupt();
  }
}
