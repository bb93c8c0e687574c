package io.aegispcap.platform.running;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The clock of the application under test, which can be set while it runs.
public final class JumpingClock implements InstantSource {
  private final Clock real = Clock.systemUTC();
  private volatile Duration ahead = Duration.ZERO;

  @Override
  public Instant instant() {
    return real.instant().plus(ahead);
  }

  /// Sets it ahead of the real time, or behind it, until this is closed.
  public Jump jump(Duration distance) {
    ahead = distance;
    return () -> ahead = Duration.ZERO;
  }

  /// Ends when it is closed.
  public interface Jump extends AutoCloseable {
    @Override
    void close();
  }
}
