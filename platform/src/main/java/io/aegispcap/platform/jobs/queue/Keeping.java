package io.aegispcap.platform.jobs.queue;

import java.time.Duration;

/// What is done regularly for the attempts under way: several renewals fall into one lease, so that
/// one may fail.
final class Keeping implements Runnable {
  static final Duration TICK = Duration.ofMillis(500);
  private static final int RENEWALS_PER_LEASE = 4;

  private final Runs runs;
  private final long interval;
  private long renewed;

  Keeping(Runs runs, Duration lease) {
    this.runs = runs;
    this.interval = lease.dividedBy(RENEWALS_PER_LEASE).toNanos();
    this.renewed = System.nanoTime();
  }

  @Override
  public void run() {
    runs.saveProgress();
    if (System.nanoTime() - renewed > interval) {
      runs.renew();
      renewed = System.nanoTime();
    }
  }
}
