package io.aegispcap.platform.blobs.keep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aegispcap.platform.blobs.Blob;
import io.aegispcap.platform.blobs.BlobId;
import io.aegispcap.platform.blobs.Blobs;
import io.aegispcap.platform.blobs.DamagedBlobException;
import io.aegispcap.platform.blobs.MissingBlobException;
import io.aegispcap.platform.database.DataDirectory;
import io.aegispcap.platform.running.RunningPlatform;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// On the running platform: PostgreSQL and the data directory.
@RunningPlatform
class BlobsTests {
  private final Blobs blobs;
  private final BlobCollector collector;
  private final Path root;
  private final JdbcClient sql;
  private final TransactionTemplate transaction;
  private References references;

  BlobsTests(
      Blobs blobs,
      BlobCollector collector,
      DataDirectory data,
      JdbcClient sql,
      PlatformTransactionManager transactions) {
    this.blobs = blobs;
    this.collector = collector;
    this.root = data.folder("blobs");
    this.sql = sql;
    this.transaction = new TransactionTemplate(transactions);
  }

  @BeforeEach
  void makeReferences() {
    references = References.make(sql);
  }

  @AfterEach
  void dropReferences() {
    references.close();
  }

  @Test
  void givesBackWhatWasStored() throws IOException {
    Blob blob = store("a capture");
    assertThat(blob.id().sha256())
        .isEqualTo("53088c078b552adeee6b970cb61b1e52b9861ebcc87646785cbbb334d7efb48d");
    assertThat(blob.size()).isEqualTo(9);
    try (InputStream in = blobs.open(blob.id())) {
      assertThat(in.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("a capture");
    }
    assertThat(blobs.file(blob.id())).hasContent("a capture");
  }

  @Test
  void keepsNothingAsWellAsSomething() throws IOException {
    Blob empty = store("");
    assertThat(empty.id().sha256())
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    try (InputStream in = blobs.open(empty.id())) {
      assertThat(in.readAllBytes()).isEmpty();
    }
  }

  @Test
  void keepsTheSameContentOnce() throws IOException {
    String content = "twice " + UUID.randomUUID();
    Blob first = store(content);
    assertThat(store(content)).isEqualTo(first);
    assertThat(references.rows("blobs", first.id())).isEqualTo(1);
    assertThat(references.rows("blob_announced", first.id())).isZero();
    try (Stream<Path> spooled = Files.list(root.resolve("incoming"))) {
      assertThat(spooled).isEmpty();
    }
  }

  @Test
  void leavesNothingOfContentThatBreaksOff() throws IOException {
    assertThatThrownBy(() -> blobs.store(new BreakingOff())).hasMessage("the line is cut");
    try (Stream<Path> spooled = Files.list(root.resolve("incoming"))) {
      assertThat(spooled).isEmpty();
    }
  }

  /// A line that is cut after a while.
  private static final class BreakingOff extends InputStream {
    private int left = 100_000;

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (left == 0) {
        throw new IOException("the line is cut");
      }
      int read = Math.min(left, length);
      left -= read;
      return read;
    }
  }

  @Test
  void refusesToWaitForUploadsWithinATransaction() {
    transaction.executeWithoutResult(
        _ ->
            assertThatThrownBy(() -> store("x"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("before the transaction"));
  }

  @Test
  void saysWhatIsMissing() {
    BlobId unknown = new BlobId("0".repeat(64));
    assertThatThrownBy(() -> blobs.open(unknown)).isInstanceOf(MissingBlobException.class);
    assertThatThrownBy(() -> blobs.file(unknown)).isInstanceOf(MissingBlobException.class);
  }

  @Test
  void findsAFlippedBitOnReading() throws IOException {
    Blob blob = store("intact " + UUID.randomUUID());
    byte[] bytes = Files.readAllBytes(path(blob.id()));
    bytes[3] ^= 1;
    Files.write(path(blob.id()), bytes);
    Files.setLastModifiedTime(path(blob.id()), FileTime.from(Instant.now().plusSeconds(5)));
    try (InputStream in = blobs.open(blob.id())) {
      assertThatThrownBy(in::readAllBytes)
          .isInstanceOf(DamagedBlobException.class)
          .hasMessageContaining(blob.id().sha256());
    }
    assertThatThrownBy(() -> blobs.file(blob.id())).isInstanceOf(DamagedBlobException.class);
  }

  @Test
  void repairsDamageWhenTheSameIsStoredAgain() throws IOException {
    String content = "repaired " + UUID.randomUUID();
    Blob blob = store(content);
    Files.writeString(path(blob.id()), "something else");
    assertThatThrownBy(() -> blobs.file(blob.id())).isInstanceOf(DamagedBlobException.class);
    store(content);
    assertThat(blobs.file(blob.id())).hasContent(content);
  }

  @Test
  void collectsWhatNothingRefersToAndNothingElse() throws IOException {
    Blob referenced = store("referenced " + UUID.randomUUID());
    Blob forgotten = store("forgotten " + UUID.randomUUID());
    Blob young = store("young " + UUID.randomUUID());
    references.add(referenced.id());
    references.age(referenced.id());
    references.age(forgotten.id());
    collector.collect();
    assertThat(path(referenced.id())).exists();
    assertThat(path(young.id())).exists();
    assertThat(path(forgotten.id())).doesNotExist();
    assertThat(references.rows("blobs", forgotten.id())).isZero();
    assertThat(references.rows("blob_doomed", forgotten.id())).isZero();
  }

  @Test
  void keepsLongerWhatIsStoredAgain() throws IOException {
    String content = "again " + UUID.randomUUID();
    Blob blob = store(content);
    references.age(blob.id());
    store(content);
    collector.collect();
    assertThat(path(blob.id())).exists();
  }

  @Test
  void refusesToCollectWhileAForeignKeyWouldTakeRowsAlong() {
    sql.sql("create table blob_test_cascade (b text references blobs on delete cascade)").update();
    try {
      assertThatThrownBy(collector::collect)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("blob_test_cascade");
    } finally {
      sql.sql("drop table blob_test_cascade").update();
    }
  }

  @Test
  void sweepsTheSpoolOnceItIsOld() throws IOException {
    Path old = Files.writeString(root.resolve("incoming").resolve("old"), "half");
    Path young = Files.writeString(root.resolve("incoming").resolve("young"), "half");
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
    collector.collect();
    assertThat(old).doesNotExist();
    assertThat(young).exists();
    Files.delete(young);
  }

  private Blob store(String content) throws IOException {
    return blobs.store(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
  }

  private Path path(BlobId id) {
    return root.resolve(id.sha256().substring(0, 2)).resolve(id.sha256().substring(2));
  }
}
