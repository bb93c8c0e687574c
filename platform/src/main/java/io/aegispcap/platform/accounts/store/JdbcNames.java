package io.aegispcap.platform.accounts.store;

import io.aegispcap.platform.access.Names;
import io.aegispcap.platform.access.PersonId;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcNames implements Names {
  private final JdbcClient sql;

  JdbcNames(JdbcClient sql) {
    this.sql = sql;
  }

  private record Named(PersonId id, String handle) {}

  @Override
  public Map<PersonId, String> of(Collection<PersonId> people) {
    return sql
        .sql("select id, handle from person where departed is null and id = any (:ids)")
        .param("ids", people.stream().map(PersonId::value).distinct().toArray(UUID[]::new))
        .query(
            (row, _) ->
                new Named(new PersonId(row.getObject("id", UUID.class)), row.getString("handle")))
        .list() // a stream of rows would keep the connection until it is closed
        .stream()
        .collect(Collectors.toUnmodifiableMap(Named::id, Named::handle));
  }
}
