package io.aegispcap.platform.alerts.store;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.alerts.AlertId;
import io.aegispcap.platform.alerts.talk.Comment;
import io.aegispcap.platform.alerts.talk.Comments;
import io.aegispcap.platform.database.SqlInstant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcComments implements Comments {
  private final JdbcClient sql;
  private final InstantSource clock;

  JdbcComments(JdbcClient sql, InstantSource clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  public List<Comment> of(AlertId alert) {
    return sql.sql("select * from alert_comment where alert = :alert order by id")
        .param("alert", alert.value())
        .query(JdbcComments::comment)
        .list();
  }

  @Override
  public List<Comment> latest(AlertId alert, int most) {
    return sql.sql(
            """
            select * from (select * from alert_comment where alert = :alert
                            order by id desc limit :most) latest
             order by id
            """)
        .param("alert", alert.value())
        .param("most", most)
        .query(JdbcComments::comment)
        .list();
  }

  @Override
  public List<Comment> by(PersonId person) {
    return sql.sql("select * from alert_comment where person = :person order by id")
        .param("person", person.value())
        .query(JdbcComments::comment)
        .list();
  }

  @Override
  public Optional<Comment> find(AlertId alert, long id) {
    return sql.sql("select * from alert_comment where alert = :alert and id = :id")
        .param("alert", alert.value())
        .param("id", id)
        .query(JdbcComments::comment)
        .optional();
  }

  @Override
  public Comment add(AlertId alert, PersonId person, String text) {
    return sql.sql(
            """
            insert into alert_comment (alert, person, at, text) values (:alert, :person, :now, :text)
            returning *
            """)
        .param("alert", alert.value())
        .param("person", person.value())
        .param("now", SqlInstant.of(clock.instant()))
        .param("text", text)
        .query(JdbcComments::comment)
        .single();
  }

  @Override
  public void edit(long id, String text) {
    sql.sql("update alert_comment set text = :text, edited = :now where id = :id")
        .param("text", text)
        .param("now", SqlInstant.of(clock.instant()))
        .param("id", id)
        .update();
  }

  @Override
  public void delete(long id) {
    sql.sql("delete from alert_comment where id = :id").param("id", id).update();
  }

  private static Comment comment(ResultSet row, int number) throws SQLException {
    return new Comment(
        row.getLong("id"),
        Columns.alert(row, "alert"),
        new PersonId(row.getObject("person", UUID.class)),
        SqlInstant.in(row, "at"),
        SqlInstant.perhapsIn(row, "edited"),
        row.getString("text"));
  }
}
