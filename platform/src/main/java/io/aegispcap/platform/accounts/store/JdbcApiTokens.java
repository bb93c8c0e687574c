package io.aegispcap.platform.accounts.store;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.access.Scope;
import io.aegispcap.platform.accounts.entry.Secret;
import io.aegispcap.platform.accounts.token.ApiToken;
import io.aegispcap.platform.accounts.token.ApiTokens;
import io.aegispcap.platform.database.SqlInstant;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Times are of the database's clock, which all nodes share.
@Repository
class JdbcApiTokens implements ApiTokens {

  /// How exact `last_used` is, lest each request writes.
  private static final Duration GRAIN = Duration.ofMinutes(1);

  private final JdbcClient sql;
  private final SecureRandom random;

  JdbcApiTokens(JdbcClient sql, SecureRandom random) {
    this.sql = sql;
    this.random = random;
  }

  @Override
  public String make(PersonId owner, String label, Set<Scope> scopes, Duration valid) {
    Secret secret = Secret.make(random);
    sql.sql(
            """
            insert into api_token (id, hash, person, label, scopes, created, expires)
            values (gen_random_uuid(), :hash, :owner, :label, :scopes, now(),
                    now() + make_interval(secs => :valid))
            """)
        .param("hash", secret.hash())
        .param("owner", owner.value())
        .param("label", label)
        .param("scopes", scopes.stream().map(Scope::name).sorted().toArray(String[]::new))
        .param("valid", (double) valid.toSeconds())
        .update();
    return PREFIX + secret.text();
  }

  @Override
  public Optional<Caller.Person> find(String token) {
    if (!token.startsWith(PREFIX)) {
      return Optional.empty();
    }
    Secret secret = new Secret(token.substring(PREFIX.length()));
    Optional<Caller.Person> found =
        sql.sql(
                """
                select p.id, p.name, p.roles, t.scopes
                  from api_token t join person p on p.id = t.person
                 where t.hash = :hash and t.expires > now() and not p.locked
                """)
            .param("hash", secret.hash())
            .query((row, _) -> caller(row))
            .optional();
    found.ifPresent(_ -> touch(secret));
    return found;
  }

  private void touch(Secret secret) {
    sql.sql(
            """
            update api_token set last_used = now()
             where hash = :hash
               and (last_used is null or last_used < now() - make_interval(secs => :grain))
            """)
        .param("hash", secret.hash())
        .param("grain", (double) GRAIN.toSeconds())
        .update();
  }

  @Override
  public List<ApiToken> of(PersonId owner) {
    return sql.sql("select * from api_token where person = :owner order by created desc, id")
        .param("owner", owner.value())
        .query(JdbcApiTokens::token)
        .list();
  }

  @Override
  public void revoke(PersonId owner, UUID token) {
    sql.sql("delete from api_token where id = :id and person = :owner")
        .param("id", token)
        .param("owner", owner.value())
        .update();
  }

  private static Caller.Person caller(ResultSet row) throws SQLException {
    return new Caller.Person(
        new PersonId(row.getObject("id", UUID.class)),
        row.getString("name"),
        Roles.in(row, "roles"),
        scopes(row));
  }

  private static Set<Scope> scopes(ResultSet row) throws SQLException {
    return Arrays.stream((String[]) row.getArray("scopes").getArray())
        .map(Scope::valueOf)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static ApiToken token(ResultSet row, int number) throws SQLException {
    return new ApiToken(
        row.getObject("id", UUID.class),
        row.getString("label"),
        scopes(row),
        SqlInstant.in(row, "created"),
        SqlInstant.in(row, "expires"),
        SqlInstant.perhapsIn(row, "last_used"));
  }
}
