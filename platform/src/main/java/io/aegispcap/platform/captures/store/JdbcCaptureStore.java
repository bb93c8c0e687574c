package io.aegispcap.platform.captures.store;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.blobs.BlobId;
import io.aegispcap.platform.captures.Capture;
import io.aegispcap.platform.captures.CaptureId;
import io.aegispcap.platform.captures.library.Audience;
import io.aegispcap.platform.captures.library.CaptureEntry;
import io.aegispcap.platform.captures.library.CaptureQuery;
import io.aegispcap.platform.captures.library.CaptureStore;
import io.aegispcap.platform.database.SqlInstant;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCaptureStore implements CaptureStore {
  private final JdbcClient sql;
  private final CaptureSearch search;

  JdbcCaptureStore(JdbcClient sql, CaptureSearch search) {
    this.sql = sql;
    this.search = search;
  }

  @Override
  public void insert(Capture capture) {
    sql.sql(
            """
            insert into captures (id, name, owner, visibility, content, size, uploaded, tags, notes)
            values (:id, :name, :owner, :visibility, :content, :size, :uploaded, :tags, :notes)
            """)
        .param("id", capture.id().value())
        .param("name", capture.name())
        .param("owner", capture.owner().value())
        .param("visibility", capture.visibility().name())
        .param("content", capture.content().sha256())
        .param("size", capture.size())
        .param("uploaded", SqlInstant.of(capture.uploaded()))
        .param("tags", capture.tags().toArray(String[]::new))
        .param("notes", capture.notes())
        .update();
  }

  @Override
  public Optional<Capture> find(CaptureId id) {
    return sql.sql("select * from captures where id = :id and deleted_at is null")
        .param("id", id.value())
        .query((row, _) -> CaptureRows.capture(row))
        .optional();
  }

  @Override
  public Optional<Deleted> findDeleted(CaptureId id) {
    return sql.sql("select * from captures where id = :id and deleted_at is not null")
        .param("id", id.value())
        .query((row, _) -> new Deleted(CaptureRows.capture(row), SqlInstant.in(row, "deleted_at")))
        .optional();
  }

  @Override
  public void change(Capture capture) {
    sql.sql(
            """
            update captures set name = :name, visibility = :visibility, tags = :tags, notes = :notes
             where id = :id
            """)
        .param("name", capture.name())
        .param("visibility", capture.visibility().name())
        .param("tags", capture.tags().toArray(String[]::new))
        .param("notes", capture.notes())
        .param("id", capture.id().value())
        .update();
  }

  @Override
  public void delete(CaptureId id) {
    sql.sql("update captures set deleted_at = now() where id = :id and deleted_at is null")
        .param("id", id.value())
        .update();
  }

  @Override
  public void restore(CaptureId id) {
    sql.sql("update captures set deleted_at = null where id = :id")
        .param("id", id.value())
        .update();
  }

  @Override
  public void remove(CaptureId id) {
    sql.sql("delete from captures where id = :id").param("id", id.value()).update();
  }

  @Override
  public List<CaptureEntry> search(CaptureQuery query) {
    return search.run(query);
  }

  @Override
  public List<Deleted> deleted(Audience audience, int most) {
    return sql.sql(
            """
            select * from captures
             where deleted_at is not null and :person::uuid is not null
               and (:everything or owner = :person)
             order by deleted_at desc, id limit :most
            """)
        .param("everything", audience.everything())
        .param("person", audience.writer().map(PersonId::value).orElse(null))
        .param("most", most)
        .query((row, _) -> new Deleted(CaptureRows.capture(row), SqlInstant.in(row, "deleted_at")))
        .list();
  }

  @Override
  public List<Capture> withContent(BlobId content) {
    return sql.sql(
            """
            select * from captures where content = :content and deleted_at is null
             order by uploaded, id
            """)
        .param("content", content.sha256())
        .query((row, _) -> CaptureRows.capture(row))
        .list();
  }

  @Override
  public List<CaptureId> deletedSince(Duration age) {
    return sql.sql(
            """
            select id from captures where deleted_at < now() - make_interval(secs => :age)
             order by deleted_at
            """)
        .param("age", (double) age.toSeconds())
        .query((row, _) -> new CaptureId(row.getObject("id", UUID.class)))
        .list();
  }

  @Override
  public List<Capture> ownedBy(PersonId owner) {
    return sql.sql("select * from captures where owner = :owner order by uploaded, id")
        .param("owner", owner.value())
        .query((row, _) -> CaptureRows.capture(row))
        .list();
  }

  @Override
  public long bytesOf(PersonId owner) {
    return sql.sql("select coalesce(sum(size), 0) from captures where owner = :owner")
        .param("owner", owner.value())
        .query(Long.class)
        .single();
  }

  @Override
  public void lock(PersonId owner) {
    sql.sql("select id from person where id = :owner for no key update")
        .param("owner", owner.value())
        .query(UUID.class)
        .optional();
  }
}
