package io.aegispcap.platform.accounts.store;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.accounts.entry.Secret;
import io.aegispcap.platform.accounts.passkey.Challenges;
import io.aegispcap.platform.database.SqlInstant;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

@Repository
class JdbcChallenges implements Challenges {
  private static final Duration VALID = Duration.ofMinutes(5);

  private final JdbcClient sql;
  private final InstantSource clock;
  private final SecureRandom random;

  JdbcChallenges(JdbcClient sql, InstantSource clock, SecureRandom random) {
    this.sql = sql;
    this.clock = clock;
    this.random = random;
  }

  @Override
  public Secret keep(byte[] challenge, Optional<PersonId> person) {
    Secret secret = Secret.make(random);
    sql.sql(
            """
            insert into passkey_challenge (hash, person, challenge, expires)
            values (:hash, :person, :challenge, :expires)
            """)
        .param("hash", secret.hash())
        .param("person", person.map(PersonId::value).orElse(null))
        .param("challenge", challenge)
        .param("expires", SqlInstant.of(clock.instant().plus(VALID)))
        .update();
    return secret;
  }

  @Override
  public Optional<byte[]> take(Secret secret, Optional<PersonId> person) {
    return sql.sql(
            """
            delete from passkey_challenge
             where hash = :hash and expires > :now and person is not distinct from :person::uuid
            returning challenge
            """)
        .param("hash", secret.hash())
        .param("now", SqlInstant.of(clock.instant()))
        .param("person", person.map(PersonId::value).orElse(null))
        .query((row, _) -> row.getBytes("challenge"))
        .optional();
  }

  @Scheduled(fixedDelayString = "PT1H")
  void forgetExpired() {
    sql.sql("delete from passkey_challenge where expires < :now")
        .param("now", SqlInstant.of(clock.instant()))
        .update();
  }
}
