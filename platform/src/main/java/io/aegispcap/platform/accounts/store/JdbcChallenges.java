package io.aegispcap.platform.accounts.store;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.accounts.entry.Secret;
import io.aegispcap.platform.accounts.passkey.Challenges;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/// Times are of the database's clock, which all nodes share.
@Repository
class JdbcChallenges implements Challenges {
  private static final Duration VALID = Duration.ofMinutes(5);

  private final JdbcClient sql;
  private final SecureRandom random;

  JdbcChallenges(JdbcClient sql, SecureRandom random) {
    this.sql = sql;
    this.random = random;
  }

  @Override
  public Secret keep(byte[] challenge, Optional<PersonId> person) {
    Secret secret = Secret.make(random);
    sql.sql(
            """
            insert into passkey_challenge (hash, person, challenge, expires)
            values (:hash, :person, :challenge, now() + make_interval(secs => :valid))
            """)
        .param("hash", secret.hash())
        .param("person", person.map(PersonId::value).orElse(null))
        .param("challenge", challenge)
        .param("valid", (double) VALID.toSeconds())
        .update();
    return secret;
  }

  @Override
  public Optional<byte[]> take(Secret secret, Optional<PersonId> person) {
    return sql.sql(
            """
            delete from passkey_challenge
             where hash = :hash and expires > now() and person is not distinct from :person::uuid
            returning challenge
            """)
        .param("hash", secret.hash())
        .param("person", person.map(PersonId::value).orElse(null))
        .query((row, _) -> row.getBytes("challenge"))
        .optional();
  }

  @Scheduled(fixedDelayString = "PT1H")
  void forgetExpired() {
    sql.sql("delete from passkey_challenge where expires < now()").update();
  }
}
