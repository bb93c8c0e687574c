package io.aegispcap.platform.blobs.store;

import io.aegispcap.platform.blobs.Blob;
import io.aegispcap.platform.blobs.BlobId;
import io.aegispcap.platform.blobs.keep.ScrubIndex;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Times are of the database's clock, which all nodes share.
@Repository
class JdbcScrubIndex implements ScrubIndex {
  private final JdbcClient sql;

  JdbcScrubIndex(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public Optional<Blob> next(Duration atMost) {
    return sql.sql(
            """
            update blobs set verify_due = now() + make_interval(secs => :most)
             where sha256 = (
               select sha256 from blobs where verify_due <= now()
                order by verify_due limit 1 for no key update skip locked)
            returning sha256, size
            """)
        .param("most", atMost.toSeconds())
        .query((row, _) -> new Blob(new BlobId(row.getString("sha256")), row.getLong("size")))
        .optional();
  }

  @Override
  public void right(Blob blob, Duration again) {
    sql.sql(
            """
            update blobs
               set damaged = null, verify_due = now() + make_interval(secs => :again)
             where sha256 = :sha256
            """)
        .param("again", again.toSeconds())
        .param("sha256", blob.id().sha256())
        .update();
  }

  @Override
  public boolean damaged(Blob blob, String how, Duration again) {
    return sql.sql(
            """
            with before as (select sha256, damaged from blobs where sha256 = :sha256 for update)
            update blobs
               set damaged = :how, verify_due = now() + make_interval(secs => :again)
              from before where blobs.sha256 = before.sha256
            returning before.damaged is null
            """)
        .param("how", how)
        .param("again", again.toSeconds())
        .param("sha256", blob.id().sha256())
        .query(Boolean.class)
        .optional()
        .orElse(false); // collected meanwhile
  }

  @Override
  public int damaged() {
    return sql.sql("select count(*) from blobs where damaged is not null")
        .query(Integer.class)
        .single();
  }
}
