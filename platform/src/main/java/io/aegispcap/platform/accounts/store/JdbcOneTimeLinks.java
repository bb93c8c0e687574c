package io.aegispcap.platform.accounts.store;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.access.Role;
import io.aegispcap.platform.accounts.entry.OneTimeLink;
import io.aegispcap.platform.accounts.entry.OneTimeLinks;
import io.aegispcap.platform.accounts.entry.Secret;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Times are of the database's clock, which all nodes share.
@Repository
class JdbcOneTimeLinks implements OneTimeLinks {
  private static final String SET_UP = "set-up";
  private static final String INVITATION = "invitation";
  private static final String RESET = "reset";

  private final JdbcClient sql;
  private final SecureRandom random;

  JdbcOneTimeLinks(JdbcClient sql, SecureRandom random) {
    this.sql = sql;
    this.random = random;
  }

  @Override
  public Secret make(OneTimeLink link, Optional<PersonId> madeBy, Duration valid) {
    return switch (link) {
      case OneTimeLink.SetUp _ -> insert(SET_UP, Set.of(), Optional.empty(), madeBy, valid);
      case OneTimeLink.Invitation invitation ->
          insert(INVITATION, invitation.roles(), Optional.empty(), madeBy, valid);
      case OneTimeLink.Reset reset ->
          insert(RESET, Set.of(), Optional.of(reset.person()), madeBy, valid);
    };
  }

  private Secret insert(
      String purpose,
      Set<Role> roles,
      Optional<PersonId> person,
      Optional<PersonId> madeBy,
      Duration valid) {
    Secret secret = Secret.make(random);
    sql.sql(
            """
            insert into one_time_link (hash, purpose, roles, person, made_by, made, expires)
            values (:hash, :purpose, :roles, :person, :made_by, now(),
                    now() + make_interval(secs => :valid))
            """)
        .param("hash", secret.hash())
        .param("purpose", purpose)
        .param("roles", Roles.names(roles))
        .param("person", person.map(PersonId::value).orElse(null))
        .param("made_by", madeBy.map(PersonId::value).orElse(null))
        .param("valid", (double) valid.toSeconds())
        .update();
    return secret;
  }

  @Override
  public Optional<OneTimeLink> look(Secret secret) {
    return query(
        "select purpose, roles, person from one_time_link where hash = :hash and expires > now()",
        secret);
  }

  @Override
  public Optional<OneTimeLink> take(Secret secret) {
    return query(
        """
        delete from one_time_link where hash = :hash and expires > now()
        returning purpose, roles, person
        """,
        secret);
  }

  private Optional<OneTimeLink> query(String statement, Secret secret) {
    return sql.sql(statement).param("hash", secret.hash()).query(JdbcOneTimeLinks::link).optional();
  }

  @Override
  public void withdrawSetUp() {
    sql.sql("delete from one_time_link where purpose = :purpose").param("purpose", SET_UP).update();
  }

  private static OneTimeLink link(ResultSet row, int number) throws SQLException {
    String purpose = row.getString("purpose");
    return switch (purpose) {
      case SET_UP -> new OneTimeLink.SetUp();
      case INVITATION -> new OneTimeLink.Invitation(Roles.in(row, "roles"));
      case RESET -> new OneTimeLink.Reset(new PersonId(row.getObject("person", UUID.class)));
      default -> throw new SQLException("unknown purpose of a link: " + purpose);
    };
  }
}
