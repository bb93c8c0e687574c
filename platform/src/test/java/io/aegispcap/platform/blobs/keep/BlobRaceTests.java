package io.aegispcap.platform.blobs.keep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import io.aegispcap.platform.blobs.Blob;
import io.aegispcap.platform.blobs.BlobId;
import io.aegispcap.platform.blobs.disk.DiskContents;
import io.aegispcap.platform.running.RunningPlatform;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// People store, need and drop the same few contents over and over while two nodes collect without
/// any grace.
@RunningPlatform
class BlobRaceTests {
  private static final int CONTENTS = 3;
  private static final int ROUNDS = 40;

  private final BlobIndex index;
  private final JdbcClient sql;

  BlobRaceTests(BlobIndex index, JdbcClient sql) {
    this.index = index;
    this.sql = sql;
  }

  @Test
  void whatIsReferencedIsThere(@TempDir Path root) throws Exception {
    DiskContents contents = new DiskContents(root, Clock.systemUTC());
    KeptBlobs blobs = new KeptBlobs(index, contents);
    AtomicBoolean over = new AtomicBoolean();
    AtomicInteger collected = new AtomicInteger();
    try (References references = References.make(sql);
        ExecutorService threads = Executors.newFixedThreadPool(5)) {
      List<Future<?>> collecting = new ArrayList<>();
      for (int node = 0; node < 2; node++) {
        collecting.add(
            threads.submit(
                () -> {
                  while (!over.get()) {
                    collected.addAndGet(collect(contents));
                  }
                  return true;
                }));
      }
      List<Future<?>> storing = new ArrayList<>();
      for (int person = 0; person < 3; person++) {
        int offset = person;
        storing.add(
            threads.submit(
                () -> {
                  for (int round = 0; round < ROUNDS; round++) {
                    useOnce(blobs, references, (round + offset) % CONTENTS);
                  }
                  return true;
                }));
      }
      try {
        for (Future<?> one : storing) {
          one.get();
        }
      } finally {
        over.set(true);
      }
      for (Future<?> one : collecting) {
        one.get();
      }
    }
    assertThat(collected).hasPositiveValue();
  }

  @Test
  void announcingWaitsForARemovalUnderWay() throws Exception {
    BlobId id = new BlobId("c".repeat(64));
    index.abandon(id);
    CountDownLatch removing = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Future<?> removal =
          threads.submit(
              () -> {
                index.remove(
                    id,
                    _ -> {
                      removing.countDown();
                      await(goOn);
                    });
                return true;
              });
      await(removing);
      Future<UUID> announcement = threads.submit(() -> index.announce(id));
      assertThatThrownBy(() -> announcement.get(300, TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);
      goOn.countDown();
      removal.get();
      announcement.get();
      index.remove(id, _ -> fail("removes what is announced"));
      assertThat(index.keep(new Blob(id, 0), announcement.get())).isTrue();
    }
    sql.sql("delete from blobs where sha256 = :id").param("id", id.sha256()).update();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  /// Somebody else's content in the same database is left alone.
  private int collect(Contents contents) throws IOException {
    int doomed = 0;
    for (int i = 0; i < CONTENTS; i++) {
      BlobId id = Content.of(i).id();
      doomed += index.doom(id, Duration.ZERO) ? 1 : 0;
      index.remove(id, contents::remove);
    }
    return doomed;
  }

  private static void useOnce(KeptBlobs blobs, References references, int which)
      throws IOException {
    Content content = Content.of(which);
    long reference = -1;
    while (reference < 0) {
      Blob blob = blobs.store(new ByteArrayInputStream(content.bytes()));
      try {
        reference = references.add(blob.id());
      } catch (DataIntegrityViolationException _) {
        reference = -1; // collected before it was needed, since there is no grace
      }
    }
    try (InputStream in = blobs.open(content.id())) {
      assertThat(in.readAllBytes()).isEqualTo(content.bytes());
    }
    references.remove(reference);
  }

  private record Content(byte[] bytes, BlobId id) {

    static Content of(int which) {
      byte[] bytes = ("contended " + which).repeat(500).getBytes(StandardCharsets.UTF_8);
      return new Content(
          bytes, new BlobId(HexFormat.of().formatHex(Sha256.digest().digest(bytes))));
    }
  }
}
