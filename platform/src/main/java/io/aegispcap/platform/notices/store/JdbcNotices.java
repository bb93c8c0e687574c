package io.aegispcap.platform.notices.store;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.access.PersonalData;
import io.aegispcap.platform.database.SqlInstant;
import io.aegispcap.platform.notices.Notice;
import io.aegispcap.platform.notices.Notices;
import io.aegispcap.platform.web.Bell;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcNotices implements Notices, Bell, PersonalData {
  private static final int MOST = 10_000;

  private final JdbcClient sql;
  private final InstantSource clock;

  JdbcNotices(JdbcClient sql, InstantSource clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  public void tell(Collection<PersonId> people, String topic, String text, String path) {
    sql.sql(
            """
            insert into notice (person, topic, text, path, at)
            select person, :topic, :text, :path, :now from unnest(:people) as person
            on conflict (person, topic) do nothing
            """)
        .param("topic", topic)
        .param("text", text)
        .param("path", path)
        .param("now", SqlInstant.of(clock.instant()))
        .param("people", people.stream().map(PersonId::value).distinct().toArray(UUID[]::new))
        .update();
  }

  @Override
  public List<Notice> of(PersonId person, int most) {
    return sql.sql("select * from notice where person = :person order by id desc limit :most")
        .param("person", person.value())
        .param("most", most)
        .query(JdbcNotices::notice)
        .list();
  }

  @Override
  public void markRead(PersonId person) {
    sql.sql("update notice set read = true where person = :person and not read")
        .param("person", person.value())
        .update();
  }

  @Override
  public Optional<Notice> open(PersonId person, long id) {
    return sql.sql("update notice set read = true where person = :person and id = :id returning *")
        .param("person", person.value())
        .param("id", id)
        .query(JdbcNotices::notice)
        .optional();
  }

  @Override
  public void forget(PersonId person) {
    sql.sql("delete from notice where person = :person").param("person", person.value()).update();
  }

  @Override
  public int unread(PersonId person) {
    return sql.sql("select count(*) from notice where person = :person and not read")
        .param("person", person.value())
        .query(Integer.class)
        .single();
  }

  @Override
  public String heading() {
    return "notices";
  }

  @Override
  public Object of(PersonId person) {
    return of(person, MOST);
  }

  private static Notice notice(ResultSet row, int number) throws SQLException {
    return new Notice(
        row.getLong("id"),
        row.getString("text"),
        row.getString("path"),
        SqlInstant.in(row, "at"),
        row.getBoolean("read"));
  }
}
