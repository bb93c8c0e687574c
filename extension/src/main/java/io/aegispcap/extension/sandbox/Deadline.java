package io.aegispcap.extension.sandbox;

import java.time.Duration;

/// Ends a process that has not answered in time; whoever waits for it then finds its pipe closed.
/// In between it looks at what the process used, since nothing says so once it ended.
final class Deadline implements AutoCloseable {
  private static final Duration LOOK = Duration.ofMillis(100);

  private final Thread watch;
  private volatile boolean missed;

  Deadline(CagedProcess process, Until due) {
    watch = Thread.ofVirtual().name("plugin-deadline").start(() -> wait(process, due));
  }

  private void wait(CagedProcess process, Until due) {
    try {
      while (!due.passed()) {
        Duration left = due.left();
        Thread.sleep(LOOK.compareTo(left) < 0 ? LOOK : left);
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
