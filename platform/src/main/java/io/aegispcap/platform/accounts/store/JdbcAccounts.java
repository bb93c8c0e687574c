package io.aegispcap.platform.accounts.store;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.access.Role;
import io.aegispcap.platform.accounts.Handle;
import io.aegispcap.platform.accounts.entry.Accounts;
import io.aegispcap.platform.accounts.entry.Credential;
import io.aegispcap.platform.database.SqlInstant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAccounts implements Accounts {
  private static final String CREDENTIAL =
      """
      select id, name, password, locked,
             exists (select from totp where person = id and confirmed) as second_factor
        from person
       where departed is null
      """;

  /// Tables of what lets somebody in.
  private static final List<String> ENTRANCES =
      List.of(
          "session", "api_token", "totp", "recovery_code", "one_time_link", "passkey", "identity");

  private final JdbcClient sql;
  private final InstantSource clock;

  JdbcAccounts(JdbcClient sql, InstantSource clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  public Optional<PersonId> open(Handle handle, String name, Set<Role> roles, String hash) {
    return insert(handle, name, roles, Optional.of(hash));
  }

  @Override
  public Optional<PersonId> openWithoutPassword(Handle handle, String name, Set<Role> roles) {
    return insert(handle, name, roles, Optional.empty());
  }

  private Optional<PersonId> insert(
      Handle handle, String name, Set<Role> roles, Optional<String> hash) {
    return sql.sql(
            """
            insert into person (id, handle, name, roles, password, joined)
            values (gen_random_uuid(), :handle, :name, :roles, :hash, :now)
            on conflict (handle) do nothing
            returning id
            """)
        .param("handle", handle.value())
        .param("name", name)
        .param("roles", Roles.names(roles))
        .param("hash", hash.orElse(null))
        .param("now", SqlInstant.of(clock.instant()))
        .query(UUID.class)
        .optional()
        .map(PersonId::new);
  }

  @Override
  public Optional<Credential> credential(Handle handle) {
    return sql.sql(CREDENTIAL + " and handle = :handle")
        .param("handle", handle.value())
        .query(JdbcAccounts::credential)
        .optional();
  }

  @Override
  public Optional<Credential> credential(PersonId person) {
    return sql.sql(CREDENTIAL + " and id = :id")
        .param("id", person.value())
        .query(JdbcAccounts::credential)
        .optional();
  }

  @Override
  public void changePassword(PersonId person, String hash) {
    sql.sql("update person set password = :hash where id = :id")
        .param("hash", hash)
        .param("id", person.value())
        .update();
  }

  @Override
  public void describe(PersonId person, String name, List<String> expertise) {
    sql.sql("update person set name = :name, expertise = :expertise where id = :id")
        .param("name", name)
        .param("expertise", expertise.toArray(String[]::new))
        .param("id", person.value())
        .update();
  }

  @Override
  public void changeRoles(PersonId person, Set<Role> roles) {
    sql.sql("update person set roles = :roles where id = :id")
        .param("roles", Roles.names(roles))
        .param("id", person.value())
        .update();
  }

  @Override
  public void lock(PersonId person, boolean locked) {
    sql.sql("update person set locked = :locked where id = :id")
        .param("locked", locked)
        .param("id", person.value())
        .update();
  }

  /// Locks their rows until the transaction ends, so that two of them can't resign at the same
  /// moment.
  @Override
  public int administrators() {
    return sql.sql(
            """
            select id from person
             where departed is null and not locked and 'ADMINISTRATOR' = any (roles)
               for update
            """)
        .query(UUID.class)
        .list()
        .size();
  }

  @Override
  public void erase(PersonId person) {
    sql.sql(
            """
            update person
               set handle = 'left-' || substr(replace(id::text, '-', ''), 1, 24),
                   name = 'Somebody who left', roles = '{}', expertise = '{}', password = null,
                   picture = null, departed = :now
             where id = :id
            """)
        .param("now", SqlInstant.of(clock.instant()))
        .param("id", person.value())
        .update();
    for (String table : ENTRANCES) {
      sql.sql("delete from " + table + " where person = :id").param("id", person.value()).update();
    }
  }

  @Override
  public Optional<byte[]> picture(PersonId person) {
    return sql.sql("select picture from person where id = :id and picture is not null")
        .param("id", person.value())
        .query((row, _) -> row.getBytes("picture"))
        .optional();
  }

  @Override
  public void changePicture(PersonId person, Optional<byte[]> png) {
    sql.sql("update person set picture = :png where id = :id")
        .param("png", png.orElse(null))
        .param("id", person.value())
        .update();
  }

  private static Credential credential(ResultSet row, int number) throws SQLException {
    return new Credential(
        new PersonId(row.getObject("id", UUID.class)),
        row.getString("name"),
        Optional.ofNullable(row.getString("password")),
        row.getBoolean("locked"),
        row.getBoolean("second_factor"));
  }
}
