package io.aegispcap.platform.accounts.store;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.accounts.entry.Origin;
import io.aegispcap.platform.accounts.entry.Secret;
import io.aegispcap.platform.accounts.entry.Session;
import io.aegispcap.platform.accounts.entry.Sessions;
import io.aegispcap.platform.database.SqlInstant;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/// A session ends when it was not used for two weeks, and at the latest after three months. Times
/// are of the database's clock, which all nodes share.
@Repository
class JdbcSessions implements Sessions {
  private static final Duration IDLE = Duration.ofDays(14);
  private static final Duration LONGEST = Duration.ofDays(90);
  private static final Duration PENDING = Duration.ofMinutes(5);

  /// How exact `last_used` is, lest each request writes.
  private static final Duration GRAIN = Duration.ofMinutes(1);

  private final JdbcClient sql;
  private final SecureRandom random;

  JdbcSessions(JdbcClient sql, SecureRandom random) {
    this.sql = sql;
    this.random = random;
  }

  @Override
  public Secret start(PersonId person, Origin origin) {
    return insert(person, origin, IDLE, false);
  }

  @Override
  public Secret startPending(PersonId person, Origin origin) {
    return insert(person, origin, PENDING, true);
  }

  private Secret insert(PersonId person, Origin origin, Duration valid, boolean pending) {
    Secret secret = Secret.make(random);
    sql.sql(
            """
            insert into session (id, hash, person, started, last_used, expires, address, agent, pending)
            values (gen_random_uuid(), :hash, :person, now(), now(),
                    now() + make_interval(secs => :valid), :address, :agent, :pending)
            """)
        .param("hash", secret.hash())
        .param("person", person.value())
        .param("valid", (double) valid.toSeconds())
        .param("address", origin.address())
        .param("agent", origin.agent())
        .param("pending", pending)
        .update();
    return secret;
  }

  @Override
  public Optional<Caller.Person> find(Secret secret) {
    Optional<Caller.Person> found =
        sql.sql(
                """
                select p.id, p.name, p.roles
                  from session s join person p on p.id = s.person
                 where s.hash = :hash and s.expires > now() and not s.pending and not p.locked
                """)
            .param("hash", secret.hash())
            .query((row, _) -> Callers.atBrowser(row))
            .optional();
    found.ifPresent(_ -> touch(secret));
    return found;
  }

  private void touch(Secret secret) {
    sql.sql(
            """
            update session
               set last_used = now(),
                   expires = least(now() + make_interval(secs => :idle),
                                   started + make_interval(secs => :longest))
             where hash = :hash and last_used < now() - make_interval(secs => :grain)
            """)
        .param("idle", (double) IDLE.toSeconds())
        .param("longest", (double) LONGEST.toSeconds())
        .param("hash", secret.hash())
        .param("grain", (double) GRAIN.toSeconds())
        .update();
  }

  @Override
  public Optional<PersonId> findPending(Secret secret) {
    return sql.sql(
            """
            select s.person
              from session s join person p on p.id = s.person
             where s.hash = :hash and s.expires > now() and s.pending and not p.locked
            """)
        .param("hash", secret.hash())
        .query(UUID.class)
        .optional()
        .map(PersonId::new);
  }

  @Override
  public void end(Secret secret) {
    sql.sql("delete from session where hash = :hash").param("hash", secret.hash()).update();
  }

  @Override
  public List<Session> of(PersonId person, Secret current) {
    return sql.sql(
            """
            select id, started, last_used, address, agent, hash = :current as is_current
              from session
             where person = :person and expires > now() and not pending
             order by last_used desc, id
            """)
        .param("current", current.hash())
        .param("person", person.value())
        .query(JdbcSessions::session)
        .list();
  }

  @Override
  public void revoke(PersonId person, UUID session) {
    sql.sql("delete from session where id = :id and person = :person")
        .param("id", session)
        .param("person", person.value())
        .update();
  }

  @Override
  public void revokeAll(PersonId person) {
    sql.sql("delete from session where person = :person").param("person", person.value()).update();
  }

  @Scheduled(fixedDelayString = "PT1H")
  void forgetExpired() {
    sql.sql("delete from session where expires < now()").update();
  }

  private static Session session(ResultSet row, int number) throws SQLException {
    return new Session(
        row.getObject("id", UUID.class),
        SqlInstant.in(row, "started"),
        SqlInstant.in(row, "last_used"),
        new Origin(row.getString("address"), row.getString("agent")),
        row.getBoolean("is_current"));
  }
}
