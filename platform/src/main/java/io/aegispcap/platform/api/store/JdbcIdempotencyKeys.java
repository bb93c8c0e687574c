package io.aegispcap.platform.api.store;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.api.IdempotencyKeys;
import io.aegispcap.platform.api.KeptAnswer;
import io.aegispcap.platform.database.SqlInstant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

@Repository
class JdbcIdempotencyKeys implements IdempotencyKeys {
  private static final Duration KEPT = Duration.ofDays(1);

  private final JdbcClient sql;
  private final InstantSource clock;

  JdbcIdempotencyKeys(JdbcClient sql, InstantSource clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  public Optional<Earlier> claim(PersonId person, String key, byte[] fingerprint) {
    Optional<Earlier> earlier = Optional.empty();
    while (!insert(person, key, fingerprint)) {
      earlier = find(person, key, fingerprint);
      if (earlier.isPresent()) {
        return earlier;
      }
    }
    return earlier;
  }

  private boolean insert(PersonId person, String key, byte[] fingerprint) {
    Instant now = clock.instant();
    return sql.sql(
                """
                insert into idempotency_key (person, key, fingerprint, expires)
                values (:person, :key, :fingerprint, :expires)
                on conflict (person, key) do update
                   set fingerprint = :fingerprint, expires = :expires,
                       status = null, headers = null, body = null
                 where idempotency_key.expires < :now
                """)
            .param("person", person.value())
            .param("key", key)
            .param("fingerprint", fingerprint)
            .param("expires", SqlInstant.of(now.plus(KEPT)))
            .param("now", SqlInstant.of(now))
            .update()
        == 1;
  }

  /// Empty when it was released since.
  private Optional<Earlier> find(PersonId person, String key, byte[] fingerprint) {
    return sql.sql("select * from idempotency_key where person = :person and key = :key")
        .param("person", person.value())
        .param("key", key)
        .query((row, _) -> earlier(row, fingerprint))
        .optional();
  }

  private static Earlier earlier(ResultSet row, byte[] fingerprint) throws SQLException {
    if (!Arrays.equals(row.getBytes("fingerprint"), fingerprint)) {
      return new Earlier.Different();
    }
    int status = row.getInt("status");
    if (row.wasNull()) {
      return new Earlier.Unanswered();
    }
    String[] headers = (String[]) row.getArray("headers").getArray();
    return new Earlier.Answered(new KeptAnswer(status, List.of(headers), row.getBytes("body")));
  }

  @Override
  public void keep(PersonId person, String key, KeptAnswer answer) {
    sql.sql(
            """
            update idempotency_key set status = :status, headers = :headers, body = :body
             where person = :person and key = :key
            """)
        .param("status", answer.status())
        .param("headers", answer.headers().toArray(String[]::new))
        .param("body", answer.body())
        .param("person", person.value())
        .param("key", key)
        .update();
  }

  @Override
  public void release(PersonId person, String key) {
    sql.sql("delete from idempotency_key where person = :person and key = :key")
        .param("person", person.value())
        .param("key", key)
        .update();
  }

  @Override
  public void forget(PersonId person) {
    sql.sql("delete from idempotency_key where person = :person")
        .param("person", person.value())
        .update();
  }

  @Scheduled(fixedDelayString = "PT1H")
  void forgetExpired() {
    sql.sql("delete from idempotency_key where expires < :now")
        .param("now", SqlInstant.of(clock.instant()))
        .update();
  }
}
