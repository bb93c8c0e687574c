package io.aegispcap.platform.backup.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aegispcap.platform.blobs.Blob;
import io.aegispcap.platform.blobs.BlobId;
import io.aegispcap.platform.blobs.Blobs;
import io.aegispcap.platform.blobs.ContentStore;
import io.aegispcap.platform.blobs.keep.BlobCollector;
import io.aegispcap.platform.blobs.keep.Contents;
import io.aegispcap.platform.blobs.keep.VerifiedContents;
import io.aegispcap.platform.database.ServedDatabase;
import io.aegispcap.platform.database.StartRefusedException;
import io.aegispcap.platform.running.RunningPlatform;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A backup reads content long after it saw the tables, while the platform goes on.
@RunningPlatform
class SnapshotKeepsContentTests {
  private final Environment settings;
  private final Blobs blobs;
  private final ContentStore contents;
  private final BlobCollector collector;
  private final JdbcClient sql;

  SnapshotKeepsContentTests(
      Environment settings,
      Blobs blobs,
      Contents contents,
      BlobCollector collector,
      JdbcClient sql) {
    this.settings = settings;
    this.blobs = blobs;
    this.contents = new VerifiedContents(contents);
    this.collector = collector;
    this.sql = sql;
  }

  @Test
  void contentThatASnapshotSeesIsNotCollectedUntilTheBackupIsMade()
      throws IOException, SQLException {
    byte[] bytes = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
    Blob blob = blobs.store(new ByteArrayInputStream(bytes));
    try (ServedDatabase database = ServedDatabase.open(settings);
        DatabaseSnapshot snapshot = DatabaseSnapshot.open(database)) {
      assertThat(snapshot.tables()).isNotEmpty(); // it sees what there is from here on
      age(blob.id());
      collector.collect();
      assertThat(isKept(blob.id())).as("the platform forgot it").isFalse();
      try (Stream<Blob> seen = snapshot.contents()) {
        assertThat(seen.anyMatch(blob::equals)).isTrue();
      }
      try (InputStream content = contents.open(blob)) {
        assertThat(content.readAllBytes()).isEqualTo(bytes);
      }
      assertThatThrownBy(() -> DatabaseSnapshot.open(database))
          .isInstanceOf(StartRefusedException.class)
          .hasMessageContaining("Another backup");
    }
    collector.collect();
    assertThatThrownBy(() -> contents.open(blob)).isInstanceOf(IOException.class);
  }

  /// Nothing refers to it, for longer than content is kept then.
  private void age(BlobId id) {
    sql.sql("update blobs set stored = now() - interval '30 days' where sha256 = :sha256")
        .param("sha256", id.sha256())
        .update();
  }

  private boolean isKept(BlobId id) {
    return sql.sql("select exists (select from blobs where sha256 = :sha256)")
        .param("sha256", id.sha256())
        .query(Boolean.class)
        .single();
  }
}
