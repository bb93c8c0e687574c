package io.aegispcap.platform.blobs.keep;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.platform.blobs.Blob;
import io.aegispcap.platform.blobs.BlobId;
import io.aegispcap.platform.blobs.disk.DiskContents;
import io.aegispcap.platform.running.ChildProcess;
import io.aegispcap.platform.running.RunningPlatform;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Processes that die at each step of storing and of collecting leave nothing that is lost, and
/// nothing that stays for ever.
@RunningPlatform
class BlobCrashTests {
  private static final int KILLED = 137;

  private final JdbcConnectionDetails database;
  private final JdbcClient sql;
  private final BlobIndex index;
  @TempDir private Path root;
  private References references;
  private KeptBlobs blobs;
  private BlobCollector collector;

  BlobCrashTests(JdbcConnectionDetails database, JdbcClient sql, BlobIndex index) {
    this.database = database;
    this.sql = sql;
    this.index = index;
  }

  @BeforeEach
  void open() throws IOException {
    references = References.make(sql);
    DiskContents contents = new DiskContents(root, Clock.systemUTC());
    blobs = new KeptBlobs(index, contents);
    collector = new BlobCollector(index, contents, new BlobSettings(Duration.ofDays(1)));
  }

  @AfterEach
  void dropReferences() {
    references.close();
  }

  @ParameterizedTest
  @EnumSource
  void nothingStaysOfContentThatNobodyWantsAgain(Dying.Step step) throws Exception {
    String content = die(step);
    age(id(content));
    collector.collect();
    assertThat(files()).isEmpty();
    for (String table : List.of("blobs", "blob_announced", "blob_doomed")) {
      assertThat(references.rows(table, id(content))).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void contentThatIsStoredAgainIsThere(Dying.Step step) throws Exception {
    String content = die(step);
    Blob blob = blobs.store(stream(content));
    references.add(blob.id());
    age(blob.id());
    collector.collect();
    checkThere(content);
  }

  /// Once more where the collector of the platform that runs beside it, which collects once an
  /// hour, was faster.
  private String die(Dying.Step step) throws IOException, InterruptedException {
    Died died = dieOnce(step);
    if (died.exit() != KILLED && died.said().contains("outlived the step")) {
      died = dieOnce(step);
    }
    assertThat(died.exit()).as(died.said()).isEqualTo(KILLED);
    if (index.find(id(died.content())).isPresent()) {
      checkThere(died.content()); // whatever has a row has its content
    }
    return died.content();
  }

  private record Died(String content, int exit, String said) {}

  private Died dieOnce(Dying.Step step) throws IOException, InterruptedException {
    String content = "dies at %s %s ".formatted(step, UUID.randomUUID()).repeat(20);
    if (step.compareTo(Dying.Step.DOOMED) >= 0) {
      age(blobs.store(stream(content)).id());
    }
    Process child =
        ChildProcess.start(Dying.class, database, root.toString(), step.name(), content);
    String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Died(content, child.waitFor(), said);
  }

  private void checkThere(String content) throws IOException {
    try (InputStream in = blobs.open(id(content))) {
      assertThat(in.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo(content);
    }
  }

  private void age(BlobId id) throws IOException {
    references.age(id);
    FileTime old = FileTime.from(Instant.now().minus(Duration.ofDays(3)));
    for (Path file : files()) {
      Files.setLastModifiedTime(file, old);
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static BlobId id(String content) {
    return new BlobId(
        HexFormat.of().formatHex(Sha256.digest().digest(content.getBytes(StandardCharsets.UTF_8))));
  }

  private static InputStream stream(String content) {
    return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
  }
}
