package io.aegispcap.platform.accounts.store;

import io.aegispcap.platform.accounts.entry.Throttle;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/// Times are of the database's clock, which all nodes share. Tries of a time that is still to come
/// were made before it was set back, and don't count.
@Repository
class JdbcThrottle implements Throttle {
  private final JdbcClient sql;

  JdbcThrottle(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public Optional<Duration> count(List<Limit> limits) {
    limits.forEach(limit -> add(limit.key()));
    return limits.stream().flatMap(limit -> wait(limit).stream()).max(Comparator.naturalOrder());
  }

  private void add(String key) {
    sql.sql("insert into attempt (key, at) values (:key, now())").param("key", key).update();
  }

  /// When the oldest try that fills the limit leaves the window.
  private Optional<Duration> wait(Limit limit) {
    return sql.sql(
            """
            select extract(epoch from at - now()) + :window from attempt
             where key = :key and at > now() - make_interval(secs => :window) and at <= now()
             order by at desc offset :most limit 1
            """)
        .param("key", limit.key())
        .param("window", (double) limit.window().toSeconds())
        .param("most", limit.most())
        .query(Double.class)
        .optional()
        .map(seconds -> Duration.ofMillis((long) (1000 * seconds)));
  }

  @Override
  public void forget(String key) {
    sql.sql("delete from attempt where key = :key").param("key", key).update();
  }

  @Scheduled(fixedDelayString = "PT1H")
  void forgetOld() {
    sql.sql("delete from attempt where at < now() - interval '1 day' or at > now()").update();
  }
}
