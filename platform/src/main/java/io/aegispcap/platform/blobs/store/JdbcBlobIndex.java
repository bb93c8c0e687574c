package io.aegispcap.platform.blobs.store;

import io.aegispcap.platform.blobs.Blob;
import io.aegispcap.platform.blobs.BlobId;
import io.aegispcap.platform.blobs.keep.BlobIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Times are of the database's clock, which all nodes share. Transactions are at the isolation
/// level that PostgreSQL has by default, where each statement sees what others have committed by
/// then.
@Repository
class JdbcBlobIndex implements BlobIndex {
  /// Of one content; the rows are no use, since who announces may see none.
  private static final String LOCK = "hashtextextended(:sha256, 0)";

  /// Removals share it; a backup takes it for itself, so that what it saw stays until it has it.
  private static final String KEEPING = "hashtextextended('aegis backup', 0)";

  private final JdbcClient sql;
  private final TransactionTemplate transaction;

  JdbcBlobIndex(JdbcClient sql, PlatformTransactionManager transactions) {
    this.sql = sql;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Override
  public Optional<Blob> find(BlobId id) {
    return sql.sql("select size from blobs where sha256 = :sha256")
        .param("sha256", id.sha256())
        .query(Long.class)
        .optional()
        .map(size -> new Blob(id, size));
  }

  /// Under the lock that a removal holds: it is announced before the removal looks, or after its
  /// end.
  @Override
  public UUID announce(BlobId id) {
    UUID upload = UUID.randomUUID();
    transaction.executeWithoutResult(
        _ -> {
          sql.sql("select pg_advisory_xact_lock(" + LOCK + ")")
              .param("sha256", id.sha256())
              .query()
              .singleValue();
          sql.sql(
                  "insert into blob_announced (upload, sha256, at) values (:upload, :sha256, now())")
              .param("upload", upload)
              .param("sha256", id.sha256())
              .update();
        });
    return upload;
  }

  @Override
  public boolean keep(Blob blob, UUID announcement) {
    return sql.sql(
                """
                with announced as (
                  delete from blob_announced where upload = :upload returning sha256)
                insert into blobs (sha256, size, stored) select sha256, :size, now() from announced
                on conflict (sha256) do update set stored = excluded.stored, verify_due = now()
                """)
            .param("upload", announcement)
            .param("size", blob.size())
            .update()
        == 1;
  }

  @Override
  public void abandon(BlobId id) {
    sql.sql("insert into blob_doomed (sha256) values (:sha256) on conflict do nothing")
        .param("sha256", id.sha256())
        .update();
  }

  @Override
  public void expireAnnouncements(Duration grace) {
    sql.sql(
            """
            with stale as (
              delete from blob_announced where at < now() - make_interval(secs => :grace)
              returning sha256)
            insert into blob_doomed (sha256) select distinct sha256 from stale
            on conflict do nothing
            """)
        .param("grace", seconds(grace))
        .update();
  }

  @Override
  public List<BlobId> unreferenced(Duration grace, Optional<BlobId> after, int most) {
    String unreferenced =
        references().stream()
            .map("and not exists (select 1 from %s)\n"::formatted)
            .collect(Collectors.joining());
    return sql.sql(
            """
            select sha256 from blobs
             where stored < now() - make_interval(secs => :grace) and sha256 > :after
            %s order by sha256 limit :most
            """
                .formatted(unreferenced))
        .param("grace", seconds(grace))
        .param("after", after.map(BlobId::sha256).orElse(""))
        .param("most", most)
        .query(JdbcBlobIndex::id)
        .list();
  }

  /// Tables with a foreign key to ours, each with the condition that it refers to a row.
  ///
  /// @throws IllegalStateException when such a key would let its rows go with ours
  private List<String> references() {
    return sql.sql(
            """
            select con.conrelid::regclass::text as referring, quote_ident(att.attname) as by,
                   con.confdeltype::text as on_delete
              from pg_constraint con
              join pg_attribute att on att.attrelid = con.conrelid and att.attnum = con.conkey[1]
             where con.contype = 'f' and con.confrelid = 'blobs'::regclass and con.conparentid = 0
            """)
        .query(
            (row, _) -> {
              String referring = row.getString("referring");
              if (!"ar".contains(row.getString("on_delete"))) {
                throw new IllegalStateException(
                    "The foreign key of " + referring + " must not let blobs take its rows along");
              }
              return "%1$s where %1$s.%2$s = blobs.sha256"
                  .formatted(referring, row.getString("by"));
            })
        .list();
  }

  /// The foreign keys have the last word: somebody may refer to it since it was found.
  @Override
  public boolean doom(BlobId id, Duration grace) {
    try {
      return sql.sql(
                  """
                  with gone as (
                    delete from blobs
                     where sha256 = :sha256 and stored < now() - make_interval(secs => :grace)
                    returning sha256)
                  insert into blob_doomed (sha256) select sha256 from gone
                  on conflict (sha256) do update set sha256 = excluded.sha256
                  """)
              .param("sha256", id.sha256())
              .param("grace", seconds(grace))
              .update()
          == 1;
    } catch (DataIntegrityViolationException _) {
      return false;
    }
  }

  @Override
  public List<BlobId> doomed(Optional<BlobId> after, int most) {
    return sql.sql(
            "select sha256 from blob_doomed where sha256 > :after order by sha256 limit :most")
        .param("after", after.map(BlobId::sha256).orElse(""))
        .param("most", most)
        .query(JdbcBlobIndex::id)
        .list();
  }

  @Override
  public void remove(BlobId id, Removal removal) throws IOException {
    try {
      transaction.executeWithoutResult(_ -> removeLocked(id, removal));
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
  }

  private void removeLocked(BlobId id, Removal removal) {
    boolean locked =
        sql.sql(
                "select pg_try_advisory_xact_lock_shared(%s) and pg_try_advisory_xact_lock(%s)"
                    .formatted(KEEPING, LOCK))
            .param("sha256", id.sha256())
            .query(Boolean.class)
            .single();
    if (!locked) {
      return; // a backup is being made, somebody announces it, or another node removes it
    }
    if (!wanted(id)) {
      try {
        removal.remove(id);
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
    sql.sql("delete from blob_doomed where sha256 = :sha256").param("sha256", id.sha256()).update();
  }

  /// In one statement, since an announcement turns into a row in one step.
  private boolean wanted(BlobId id) {
    return sql.sql(
            """
            select exists (select 1 from blob_announced where sha256 = :sha256)
                or exists (select 1 from blobs where sha256 = :sha256)
            """)
        .param("sha256", id.sha256())
        .query(Boolean.class)
        .single();
  }

  private static BlobId id(ResultSet row, int number) throws SQLException {
    return new BlobId(row.getString("sha256"));
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
