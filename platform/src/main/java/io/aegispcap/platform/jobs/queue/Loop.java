package io.aegispcap.platform.jobs.queue;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does something again and again on a thread of its own, when woken and at the latest after a
/// while. A fault, such as a lost database, does not end it.
public final class Loop {
  private static final Logger LOG = LoggerFactory.getLogger(Loop.class);

  private final String name;
  private final Duration pause;
  private final Runnable task;
  private final Semaphore woken = new Semaphore(0);
  private Optional<Thread> thread = Optional.empty();
  private volatile boolean stopping;
  private boolean faulty;

  public Loop(String name, Duration pause, Runnable task) {
    this.name = name;
    this.pause = pause;
    this.task = task;
  }

  /// Also after it was stopped.
  public synchronized void start() {
    stopping = false;
    thread = Optional.of(Thread.ofPlatform().name(name).daemon().start(this::run));
  }

  public void wake() {
    woken.release();
  }

  /// Waits for what it is doing.
  public synchronized void stop() {
    stopping = true;
    wake();
    try {
      if (thread.isPresent()) {
        thread.get().join();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (!stopping) {
        once();
        if (woken.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
          woken.drainPermits();
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Complains once, until it works again. Even a lack of memory, which a job may cause, must not
  /// end what keeps jobs going.
  private void once() {
    try {
      task.run();
      faulty = false;
    } catch (Throwable fault) {
      if (!faulty) {
        LOG.warn("{} failed, and is tried again", name, fault);
      }
      faulty = true;
    }
  }
}
