package io.aegispcap.platform.alerts.store;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.alerts.inbox.SavedFilters;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSavedFilters implements SavedFilters {
  private final JdbcClient sql;

  JdbcSavedFilters(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public List<Saved> of(PersonId person) {
    return sql.sql("select id, name, query from alert_filter where person = :person order by name")
        .param("person", person.value())
        .query(JdbcSavedFilters::saved)
        .list();
  }

  @Override
  public Saved save(PersonId person, String name, String query) {
    return sql.sql(
            """
            insert into alert_filter (person, name, query) values (:person, :name, :query)
            on conflict (person, name) do update set query = excluded.query
            returning id, name, query
            """)
        .param("person", person.value())
        .param("name", name)
        .param("query", query)
        .query(JdbcSavedFilters::saved)
        .single();
  }

  @Override
  public Optional<Saved> change(PersonId person, Saved changed) {
    return sql.sql(
            """
            update alert_filter f set name = :name, query = :query
             where person = :person and id = :id
               and not exists (select from alert_filter o
                                where o.person = f.person and o.name = :name and o.id <> f.id)
            returning id, name, query
            """)
        .param("person", person.value())
        .param("id", changed.id())
        .param("name", changed.name())
        .param("query", changed.query())
        .query(JdbcSavedFilters::saved)
        .optional();
  }

  @Override
  public boolean delete(PersonId person, long id) {
    return sql.sql("delete from alert_filter where person = :person and id = :id")
            .param("person", person.value())
            .param("id", id)
            .update()
        == 1;
  }

  @Override
  public void forget(PersonId person) {
    sql.sql("delete from alert_filter where person = :person")
        .param("person", person.value())
        .update();
  }

  private static Saved saved(ResultSet row, int number) throws SQLException {
    return new Saved(row.getLong("id"), row.getString("name"), row.getString("query"));
  }
}
