package io.aegispcap.platform.api.store;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.api.IdempotencyKeys;
import io.aegispcap.platform.api.KeptAnswer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Times are of the database's clock, which all nodes share.
@Repository
class JdbcIdempotencyKeys implements IdempotencyKeys {
  private static final double KEPT = Duration.ofDays(1).toSeconds();

  /// Longer than a request of at most 1 MiB takes.
  private static final double LEASE = Duration.ofMinutes(2).toSeconds();

  private final JdbcClient sql;

  JdbcIdempotencyKeys(JdbcClient sql) {
    this.sql = sql;
  }

  /// The database gives the lock back when the transaction ends, also by the death of who holds it.
  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Earlier> take(PersonId person, String key, byte[] fingerprint) {
    boolean ours =
        sql.sql("select pg_try_advisory_xact_lock(hashtextextended(:lock, 0))")
            .param("lock", "aegis idempotency " + person.value() + " " + key)
            .query(Boolean.class)
            .single();
    return ours ? find(person, key, fingerprint) : Optional.of(new Earlier.Unanswered());
  }

  @Override
  public Optional<Earlier> lease(PersonId person, String key, byte[] fingerprint) {
    Optional<Earlier> earlier = Optional.empty();
    while (!insertLease(person, key, fingerprint)) {
      earlier = find(person, key, fingerprint);
      if (earlier.isPresent()) {
        return earlier;
      }
    }
    return earlier;
  }

  private boolean insertLease(PersonId person, String key, byte[] fingerprint) {
    return sql.sql(
                """
                insert into idempotency_key (person, key, fingerprint, expires, leased)
                values (:person, :key, :fingerprint, now() + make_interval(secs => :kept),
                        now() + make_interval(secs => :lease))
                on conflict (person, key) do update
                   set fingerprint = excluded.fingerprint, expires = excluded.expires,
                       leased = excluded.leased, status = null, headers = null, body = null
                 where idempotency_key.expires < now()
                    or idempotency_key.status is null
                   and idempotency_key.fingerprint = excluded.fingerprint
                   and (idempotency_key.leased < now()
                     or idempotency_key.leased > now() + make_interval(secs => :lease))
                """)
            .param("person", person.value())
            .param("key", key)
            .param("fingerprint", fingerprint)
            .param("kept", KEPT)
            .param("lease", LEASE)
            .update()
        == 1;
  }

  /// Empty when it was never used, was released, or may be used again.
  private Optional<Earlier> find(PersonId person, String key, byte[] fingerprint) {
    return sql.sql(
            """
            select *, status is null and leased < now() as abandoned from idempotency_key
             where person = :person and key = :key and expires >= now()
            """)
        .param("person", person.value())
        .param("key", key)
        .query((row, _) -> earlier(row, fingerprint))
        .optional()
        .flatMap(earlier -> earlier);
  }

  private static Optional<Earlier> earlier(ResultSet row, byte[] fingerprint) throws SQLException {
    if (!Arrays.equals(row.getBytes("fingerprint"), fingerprint)) {
      return Optional.of(new Earlier.Different());
    }
    int status = row.getInt("status");
    if (row.wasNull()) {
      return row.getBoolean("abandoned") ? Optional.empty() : Optional.of(new Earlier.Unanswered());
    }
    String[] headers = (String[]) row.getArray("headers").getArray();
    return Optional.of(
        new Earlier.Answered(new KeptAnswer(status, List.of(headers), row.getBytes("body"))));
  }

  @Override
  public void keep(PersonId person, String key, byte[] fingerprint, KeptAnswer answer) {
    sql.sql(
            """
            insert into idempotency_key (person, key, fingerprint, expires, status, headers, body)
            values (:person, :key, :fingerprint, now() + make_interval(secs => :kept),
                    :status, :headers, :body)
            on conflict (person, key) do update
               set fingerprint = excluded.fingerprint, expires = excluded.expires, leased = null,
                   status = excluded.status, headers = excluded.headers, body = excluded.body
            """)
        .param("person", person.value())
        .param("key", key)
        .param("fingerprint", fingerprint)
        .param("kept", KEPT)
        .param("status", answer.status())
        .param("headers", answer.headers().toArray(String[]::new))
        .param("body", answer.body())
        .update();
  }

  @Override
  public void release(PersonId person, String key) {
    sql.sql("delete from idempotency_key where person = :person and key = :key and status is null")
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
    sql.sql("delete from idempotency_key where expires < now()").update();
  }
}
