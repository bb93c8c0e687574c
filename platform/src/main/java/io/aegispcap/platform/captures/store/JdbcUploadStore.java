package io.aegispcap.platform.captures.store;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.captures.CaptureId;
import io.aegispcap.platform.captures.Visibility;
import io.aegispcap.platform.captures.upload.Upload;
import io.aegispcap.platform.captures.upload.UploadStore;
import io.aegispcap.platform.database.SqlInstant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Times are of the database's clock, which all nodes share.
@Repository
class JdbcUploadStore implements UploadStore {
  private final JdbcClient sql;

  JdbcUploadStore(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public Upload insert(
      PersonId owner,
      String name,
      Visibility visibility,
      long size,
      String metadata,
      Duration valid) {
    return sql.sql(
            """
            insert into uploads (id, owner, name, visibility, size, metadata, begun, expires)
            values (gen_random_uuid(), :owner, :name, :visibility, :size, :metadata, now(),
                    now() + make_interval(secs => :valid))
            returning *, false as late
            """)
        .param("owner", owner.value())
        .param("name", name)
        .param("visibility", visibility.name())
        .param("size", size)
        .param("metadata", metadata)
        .param("valid", (double) valid.toSeconds())
        .query(JdbcUploadStore::upload)
        .single();
  }

  @Override
  public Optional<Upload> find(UUID id) {
    return sql.sql("select *, expires < now() as late from uploads where id = :id")
        .param("id", id)
        .query(JdbcUploadStore::upload)
        .optional();
  }

  @Override
  public List<Upload> open(PersonId owner) {
    return sql.sql(
            """
            select *, expires < now() as late from uploads
             where owner = :owner and capture is null and refused is null
             order by begun desc, id
            """)
        .param("owner", owner.value())
        .query(JdbcUploadStore::upload)
        .list();
  }

  @Override
  public long openBytes(PersonId owner) {
    return sql.sql(
            """
            select coalesce(sum(size), 0) from uploads
             where owner = :owner and capture is null and refused is null
            """)
        .param("owner", owner.value())
        .query(Long.class)
        .single();
  }

  @Override
  public void advance(UUID id, long received, Duration valid) {
    sql.sql(
            """
            update uploads set received = :received, expires = now() + make_interval(secs => :valid)
             where id = :id
            """)
        .param("received", received)
        .param("valid", (double) valid.toSeconds())
        .param("id", id)
        .update();
  }

  @Override
  public void arrived(UUID id, CaptureId capture, boolean known) {
    sql.sql("update uploads set capture = :capture, known = :known where id = :id")
        .param("capture", capture.value())
        .param("known", known)
        .param("id", id)
        .update();
  }

  @Override
  public void refused(UUID id, String why) {
    sql.sql("update uploads set refused = :why where id = :id")
        .param("why", why.replace("\0", ""))
        .param("id", id)
        .update();
  }

  @Override
  public void delete(UUID id) {
    sql.sql("delete from uploads where id = :id").param("id", id).update();
  }

  @Override
  public List<Upload> unsettled() {
    return sql.sql(
            """
            select *, expires < now() as late from uploads
             where received = size and capture is null and refused is null
            """)
        .query(JdbcUploadStore::upload)
        .list();
  }

  @Override
  public List<UUID> expired() {
    return sql.sql(
            """
            select id from uploads
             where expires < now()
               and (received < size or capture is not null or refused is not null)
            """)
        .query(UUID.class)
        .list();
  }

  @Override
  public List<UUID> of(PersonId owner) {
    return sql.sql("select id from uploads where owner = :owner")
        .param("owner", owner.value())
        .query(UUID.class)
        .list();
  }

  private static Upload upload(ResultSet row, int number) throws SQLException {
    return new Upload(
        row.getObject("id", UUID.class),
        new PersonId(row.getObject("owner", UUID.class)),
        row.getString("name"),
        Visibility.valueOf(row.getString("visibility")),
        row.getLong("size"),
        row.getLong("received"),
        row.getString("metadata"),
        SqlInstant.in(row, "expires"),
        row.getBoolean("late"),
        Optional.ofNullable(row.getObject("capture", UUID.class)).map(CaptureId::new),
        row.getBoolean("known"),
        Optional.ofNullable(row.getString("refused")));
  }
}
