package io.aegispcap.platform.accounts.store;

import io.aegispcap.platform.accounts.entry.Throttle;
import io.aegispcap.platform.database.SqlInstant;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

@Repository
class JdbcThrottle implements Throttle {
  private final JdbcClient sql;
  private final InstantSource clock;

  JdbcThrottle(JdbcClient sql, InstantSource clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  public Optional<Duration> count(List<Limit> limits) {
    Instant now = clock.instant();
    limits.forEach(limit -> add(limit.key(), now));
    return limits.stream()
        .flatMap(limit -> wait(limit, now).stream())
        .max(Comparator.naturalOrder());
  }

  private void add(String key, Instant now) {
    sql.sql("insert into attempt (key, at) values (:key, :now)")
        .param("key", key)
        .param("now", SqlInstant.of(now))
        .update();
  }

  /// When the oldest try that fills the limit leaves the window.
  private Optional<Duration> wait(Limit limit, Instant now) {
    return sql.sql(
            """
            select at from attempt where key = :key and at > :since
             order by at desc offset :most limit 1
            """)
        .param("key", limit.key())
        .param("since", SqlInstant.of(now.minus(limit.window())))
        .param("most", limit.most())
        .query((row, _) -> SqlInstant.in(row, "at"))
        .optional()
        .map(oldest -> Duration.between(now, oldest.plus(limit.window())));
  }

  @Override
  public void forget(String key) {
    sql.sql("delete from attempt where key = :key").param("key", key).update();
  }

  @Scheduled(fixedDelayString = "PT1H")
  void forgetOld() {
    sql.sql("delete from attempt where at < :old")
        .param("old", SqlInstant.of(clock.instant().minus(Duration.ofDays(1))))
        .update();
  }
}
