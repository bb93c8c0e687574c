package io.aegispcap.platform.blobs.keep;

import io.aegispcap.platform.blobs.BlobId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A table that refers to content, as other modules have them.
public record References(JdbcClient sql) implements AutoCloseable {

  static References make(JdbcClient sql) {
    sql.sql(
            """
            create table blob_test_reference (
              id bigint generated always as identity primary key,
              "the blob" text not null references blobs)
            """)
        .update();
    return new References(sql);
  }

  long add(BlobId id) {
    return sql.sql(
            "insert into blob_test_reference (\"the blob\") values (:id) returning blob_test_reference.id")
        .param("id", id.sha256())
        .query(Long.class)
        .single();
  }

  void remove(long reference) {
    sql.sql("delete from blob_test_reference where id = :id").param("id", reference).update();
  }

  /// Makes everything about this content look three days older than it is.
  void age(BlobId id) {
    for (String column : new String[] {"blobs set stored = stored", "blob_announced set at = at"}) {
      sql.sql("update " + column + " - interval '3 days' where sha256 = :id")
          .param("id", id.sha256())
          .update();
    }
  }

  int rows(String table, BlobId id) {
    return sql.sql("select count(*) from " + table + " where sha256 = :id")
        .param("id", id.sha256())
        .query(Integer.class)
        .single();
  }

  @Override
  public void close() {
    sql.sql("drop table blob_test_reference").update();
  }
}
