package io.aegispcap.platform.alerts.store;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.alerts.inbox.SavedFilters;
import java.util.List;
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
        .query(
            (row, _) -> new Saved(row.getLong("id"), row.getString("name"), row.getString("query")))
        .list();
  }

  @Override
  public void save(PersonId person, String name, String query) {
    sql.sql(
            """
            insert into alert_filter (person, name, query) values (:person, :name, :query)
            on conflict (person, name) do update set query = excluded.query
            """)
        .param("person", person.value())
        .param("name", name)
        .param("query", query)
        .update();
  }

  @Override
  public void delete(PersonId person, long id) {
    sql.sql("delete from alert_filter where person = :person and id = :id")
        .param("person", person.value())
        .param("id", id)
        .update();
  }

  @Override
  public void forget(PersonId person) {
    sql.sql("delete from alert_filter where person = :person")
        .param("person", person.value())
        .update();
  }
}
