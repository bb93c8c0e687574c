package io.aegispcap.extension.sandbox;

import java.time.Duration;

/// Ends a process that has not answered in time; whoever waits for it then finds its pipe closed.
final class Deadline implements AutoCloseable {
  private final Thread watch;
  private volatile boolean missed;

  Deadline(CagedProcess process, Duration time) {
    watch = Thread.ofVirtual().name("plugin-deadline").start(() -> wait(process, time));
  }

  private void wait(CagedProcess process, Duration time) {
    try {
      Thread.sleep(time);
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
