package io.aegispcap.platform.accounts.store;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.accounts.entry.Secret;
import io.aegispcap.platform.accounts.oidc.Journeys;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/// Times are of the database's clock, which all nodes share.
@Repository
class JdbcJourneys implements Journeys {
  private static final Duration VALID = Duration.ofMinutes(10);

  private final JdbcClient sql;
  private final SecureRandom random;

  JdbcJourneys(JdbcClient sql, SecureRandom random) {
    this.sql = sql;
    this.random = random;
  }

  @Override
  public Secret begin(Journey journey) {
    Secret secret = Secret.make(random);
    sql.sql(
            """
            insert into sign_in_journey (hash, state, nonce, verifier, redirect_uri, next, person, expires)
            values (:hash, :state, :nonce, :verifier, :redirect, :next, :person,
                    now() + make_interval(secs => :valid))
            """)
        .param("hash", secret.hash())
        .param("state", journey.state())
        .param("nonce", journey.nonce())
        .param("verifier", journey.verifier())
        .param("redirect", journey.redirectUri())
        .param("next", journey.next().replace("\0", ""))
        .param("person", journey.person().map(PersonId::value).orElse(null))
        .param("valid", (double) VALID.toSeconds())
        .update();
    return secret;
  }

  @Override
  public Optional<Journey> find(Secret secret) {
    return sql.sql("select * from sign_in_journey where hash = :hash and expires > now()")
        .param("hash", secret.hash())
        .query(JdbcJourneys::journey)
        .optional();
  }

  private static Journey journey(ResultSet row, int number) throws SQLException {
    return new Journey(
        row.getString("state"),
        row.getString("nonce"),
        row.getString("verifier"),
        row.getString("redirect_uri"),
        row.getString("next"),
        Optional.ofNullable(row.getObject("person", UUID.class)).map(PersonId::new));
  }

  @Override
  public void end(Secret secret) {
    sql.sql("delete from sign_in_journey where hash = :hash").param("hash", secret.hash()).update();
  }

  @Scheduled(fixedDelayString = "PT1H")
  void forgetExpired() {
    sql.sql("delete from sign_in_journey where expires < now()").update();
  }
}
