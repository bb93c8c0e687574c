package io.aegispcap.platform.blobs.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.robothy.s3.rest.LocalS3;
import com.robothy.s3.rest.bootstrap.LocalS3Mode;
import io.aegispcap.platform.blobs.Blob;
import io.aegispcap.platform.blobs.DamagedBlobException;
import io.aegispcap.platform.blobs.MissingBlobException;
import io.aegispcap.platform.blobs.keep.BlobIndex;
import io.aegispcap.platform.blobs.keep.KeptBlobs;
import io.aegispcap.platform.running.RunningPlatform;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/// Against a server that speaks S3, over HTTP.
@RunningPlatform
class S3ContentsTests {
  private static final long CACHE = 1 << 20;
  private static final String BUCKET = "content";

  private static LocalS3 server;
  private static S3Client client;

  private final BlobIndex index;
  @TempDir private Path folder;
  private Bucket bucket;
  private KeptBlobs blobs;

  S3ContentsTests(BlobIndex index) {
    this.index = index;
  }

  @BeforeAll
  static void serve() {
    server = LocalS3.builder().port(-1).mode(LocalS3Mode.IN_MEMORY).build();
    server.start();
    client =
        S3Access.client(
            new S3Settings(
                BUCKET,
                "kept/",
                Optional.of(URI.create("http://127.0.0.1:" + server.getPort())),
                "us-east-1",
                Optional.of("who"),
                Optional.of("secret"),
                true,
                DataSize.ofBytes(CACHE)));
    client.createBucket(request -> request.bucket(BUCKET));
  }

  @AfterAll
  static void stop() {
    client.close();
    server.shutdown();
  }

  @BeforeEach
  void open() throws IOException {
    bucket = new Bucket(client, BUCKET, "kept/");
    blobs = node(folder.resolve("one"));
  }

  private KeptBlobs node(Path disk) throws IOException {
    return new KeptBlobs(
        index, new S3Contents(bucket, Files.createDirectories(disk), CACHE, Clock.systemUTC()));
  }

  @Test
  void anotherNodeReadsWhatOneStored() throws IOException {
    byte[] content = bytes(100_000);
    Blob blob = blobs.store(new ByteArrayInputStream(content));
    KeptBlobs other = node(folder.resolve("other"));
    try (InputStream in = other.open(blob.id())) {
      assertThat(in.readAllBytes()).isEqualTo(content);
    }
    assertThat(other.file(blob.id())).hasBinaryContent(content);
    assertThat(bucket.size(blob.id())).hasValue(100_000L);
  }

  @Test
  void sendsLargeContentInParts() throws IOException {
    byte[] content = bytes((16 << 20) * 2 + 12_345);
    Blob blob = blobs.store(new ByteArrayInputStream(content));
    assertThat(bucket.size(blob.id())).hasValue((long) content.length);
    try (InputStream in = node(folder.resolve("other")).open(blob.id())) {
      assertThat(in.readAllBytes()).isEqualTo(content);
    }
  }

  @Test
  void findsDamageWhereverItIsRead() throws IOException {
    byte[] content = bytes(5_000);
    Blob blob = blobs.store(new ByteArrayInputStream(content));
    content[77] ^= 1;
    client.putObject(
        request -> request.bucket(BUCKET).key(bucket.key(blob.id())),
        RequestBody.fromBytes(content));
    KeptBlobs other = node(folder.resolve("other"));
    assertThatThrownBy(() -> other.file(blob.id())).isInstanceOf(DamagedBlobException.class);
    try (InputStream in = other.open(blob.id())) {
      assertThatThrownBy(in::readAllBytes).isInstanceOf(DamagedBlobException.class);
    }
  }

  @Test
  void fetchesAnewWhatWasDamagedOnTheDisk() throws IOException {
    byte[] content = bytes(5_000);
    Blob blob = blobs.store(new ByteArrayInputStream(content));
    Files.writeString(blobs.file(blob.id()), "scratched");
    assertThat(blobs.file(blob.id())).hasBinaryContent(content);
  }

  @Test
  void keepsNoMoreCopiesThanItMay() throws IOException {
    for (int i = 0; i < 8; i++) {
      Blob blob = blobs.store(new ByteArrayInputStream(bytes(300_000)));
      assertThat(blobs.file(blob.id())).exists();
    }
    try (Stream<Path> copies = Files.list(folder.resolve("one/copies"))) {
      assertThat(copies.mapToLong(copy -> copy.toFile().length()).sum()).isBetween(1L, CACHE);
    }
    KeptBlobs restarted = node(folder.resolve("one"));
    Blob last = restarted.store(new ByteArrayInputStream(bytes(900_000)));
    assertThat(restarted.file(last.id())).exists();
    try (Stream<Path> copies = Files.list(folder.resolve("one/copies"))) {
      assertThat(copies.mapToLong(copy -> copy.toFile().length()).sum()).isLessThanOrEqualTo(CACHE);
    }
  }

  @Test
  void removesAndThenSaysItIsMissing() throws IOException {
    Blob blob =
        blobs.store(
            new ByteArrayInputStream(
                UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8)));
    S3Contents contents =
        new S3Contents(
            bucket, Files.createDirectories(folder.resolve("two")), CACHE, Clock.systemUTC());
    contents.remove(blob.id());
    contents.remove(blob.id());
    assertThat(bucket.size(blob.id())).isEmpty();
    assertThatThrownBy(() -> contents.read(blob)).isInstanceOf(MissingBlobException.class);
    assertThatThrownBy(() -> contents.file(blob)).isInstanceOf(MissingBlobException.class);
  }

  @Test
  void sweepsUploadsThatNobodyCompleted() throws IOException {
    String key = "kept/" + "a".repeat(64);
    client.createMultipartUpload(request -> request.bucket(BUCKET).key(key));
    S3Contents contents =
        new S3Contents(
            bucket, Files.createDirectories(folder.resolve("two")), CACHE, Clock.systemUTC());
    contents.sweep(Duration.ofDays(1));
    assertThat(uploads()).isEqualTo(1);
    contents.sweep(Duration.ofSeconds(-5));
    assertThat(uploads()).isZero();
  }

  private static long uploads() {
    return client.listMultipartUploads(request -> request.bucket(BUCKET)).uploads().size();
  }

  private static byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    new Random().nextBytes(bytes);
    return bytes;
  }
}
