package io.aegispcap.platform.api;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// How many requests a minute each caller has left, in the memory of this node. One instant a
/// caller is kept: when they will have all of them back. Source: the generic cell rate algorithm,
/// ITU-T I.371.
@Component
public class Allowances {
  private static final Duration PERIOD = Duration.ofMinutes(1);

  private final ConcurrentMap<String, Instant> full = new ConcurrentHashMap<>();
  private final InstantSource clock;

  /// On the clock of the processor: nobody sets it.
  @Autowired
  Allowances() {
    this(() -> Instant.EPOCH.plusNanos(System.nanoTime()));
  }

  Allowances(InstantSource clock) {
    this.clock = clock;
  }

  /// What became of a request.
  ///
  /// @param limit how many a minute there are
  /// @param remaining how many more would be answered now
  /// @param reset until all of them are back
  /// @param pause until the next one is answered; zero where this one is
  public record Allowance(int limit, int remaining, Duration reset, Duration pause) {

    public boolean exceeded() {
      return pause.isPositive();
    }
  }

  /// Takes one request out of a caller's allowance, unless it is used up.
  ///
  /// @param limit how many a minute, at least 1
  public Allowance take(String caller, int limit) {
    return count(caller, limit, true);
  }

  /// What [#take] would say.
  public Allowance look(String caller, int limit) {
    return count(caller, limit, false);
  }

  private Allowance count(String caller, int limit, boolean take) {
    Instant now = clock.instant();
    Duration each = PERIOD.dividedBy(limit);
    Allowance[] counted = new Allowance[1];
    full.compute(
        caller,
        (_, known) -> {
          Instant before = known == null || known.isBefore(now) ? now : known;
          Instant after = before.plus(each);
          Duration excess = Duration.between(now.plus(PERIOD), after);
          boolean exceeded = excess.isPositive();
          Instant kept = exceeded ? before : after;
          Duration reset = Duration.between(now, kept);
          int remaining = (int) PERIOD.minus(reset).dividedBy(each);
          counted[0] = new Allowance(limit, remaining, reset, exceeded ? excess : Duration.ZERO);
          return take ? kept : known;
        });
    return counted[0];
  }

  /// Those who have all of it back are as those who never called.
  @Scheduled(fixedDelayString = "PT1M")
  void forget() {
    Instant now = clock.instant();
    full.values().removeIf(instant -> !instant.isAfter(now));
  }

  int callers() {
    return full.size();
  }
}
