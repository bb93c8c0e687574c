package io.aegispcap.platform.accounts.store;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.access.Role;
import io.aegispcap.platform.accounts.Handle;
import io.aegispcap.platform.accounts.People;
import io.aegispcap.platform.accounts.Profile;
import io.aegispcap.platform.database.SqlInstant;
import io.aegispcap.platform.web.SearchText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPeople implements People {
  private static final String PROFILE =
      """
      select id, handle, name, roles, expertise, picture is not null as pictured, locked, joined
        from person
       where departed is null
      """;

  private final JdbcClient sql;

  JdbcPeople(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public Optional<Profile> find(PersonId id) {
    return sql.sql(PROFILE + " and id = :id")
        .param("id", id.value())
        .query(JdbcPeople::profile)
        .optional();
  }

  @Override
  public Optional<Profile> find(Handle handle) {
    return sql.sql(PROFILE + " and handle = :handle")
        .param("handle", handle.value())
        .query(JdbcPeople::profile)
        .optional();
  }

  @Override
  public List<Profile> all() {
    return sql.sql(PROFILE + " order by handle").query(JdbcPeople::profile).list();
  }

  @Override
  public List<Profile> search(SearchText wanted, int most) {
    return sql.sql(
            PROFILE
                + """
                   and lower(concat_ws(' ', '@' || handle, name, array_to_string(expertise, ' ')))
                       like all (:patterns)
                 order by handle not like :start, handle limit :most
                """)
        .param("patterns", wanted.patterns().toArray(String[]::new))
        .param("start", SearchText.escaped(wanted.text().toLowerCase(Locale.ROOT)) + "%")
        .param("most", most)
        .query(JdbcPeople::profile)
        .list();
  }

  @Override
  public boolean isEmpty() {
    return !sql.sql("select exists (select from person)").query(Boolean.class).single();
  }

  @Override
  public List<PersonId> holding(Set<Role> roles) {
    return sql.sql(
            """
            select id from person
             where departed is null and not locked and roles && :roles::text[]
             order by handle
            """)
        .param("roles", Roles.names(roles))
        .query((row, _) -> new PersonId(row.getObject("id", UUID.class)))
        .list();
  }

  private static Profile profile(ResultSet row, int number) throws SQLException {
    return new Profile(
        new PersonId(row.getObject("id", UUID.class)),
        new Handle(row.getString("handle")),
        row.getString("name"),
        Roles.in(row, "roles"),
        List.of((String[]) row.getArray("expertise").getArray()),
        row.getBoolean("pictured"),
        row.getBoolean("locked"),
        SqlInstant.in(row, "joined"));
  }
}
