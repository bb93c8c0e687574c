package io.aegispcap.platform.jobs.queue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/// What is done regularly for the attempts under way: several renewals fall into one lease, so that
/// one may fail.
final class Keeping implements Runnable {
  static final Duration TICK = Duration.ofMillis(500);
  private static final int RENEWALS_PER_LEASE = 4;

  private final Runs runs;
  private final long interval;
  private final AtomicBoolean asked = new AtomicBoolean();
  private long renewed;

  Keeping(Runs runs, Duration lease) {
    this.runs = runs;
    this.interval = lease.dividedBy(RENEWALS_PER_LEASE).toNanos();
    this.renewed = System.nanoTime();
  }

  /// At the next turn: saving progress is a change of the job too, and must not cause the next.
  void renewSoon() {
    asked.set(true);
  }

  @Override
  public void run() {
    runs.saveProgress();
    if (asked.getAndSet(false) || System.nanoTime() - renewed > interval) {
      runs.renew();
      renewed = System.nanoTime();
    }
  }
}
