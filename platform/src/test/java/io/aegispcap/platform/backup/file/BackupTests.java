package io.aegispcap.platform.backup.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.robothy.s3.rest.LocalS3;
import com.robothy.s3.rest.bootstrap.LocalS3Mode;
import io.aegispcap.platform.Platform;
import io.aegispcap.platform.access.Role;
import io.aegispcap.platform.running.AlertingCapture;
import io.aegispcap.platform.running.Answer;
import io.aegispcap.platform.running.Browser;
import io.aegispcap.platform.running.Guests;
import io.aegispcap.platform.running.Program;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import tools.jackson.databind.JsonNode;

/// A platform with people and their work, backed up while it is at work, and brought back.
class BackupTests {

  /// Of one platform, for all tests.
  @TempDir private static Path folder;

  private static Path backup;
  private static Before before;

  @TempDir private Path target;

  /// What there was.
  private record Before(
      String handle,
      Program program,
      Map<String, JsonNode> captures,
      String half,
      Map<String, Long> rows) {}

  @BeforeAll
  static void makeABackup() throws IOException {
    backup = folder.resolve("platform.backup");
    Path data = folder.resolve("data");
    try (ServletWebServerApplicationContext server = start(data)) {
      Guests.Guest guest = Guests.of(server).join(Role.MODERATOR);
      Program program = Program.of(guest.browser());
      Map<String, JsonNode> captures = new TreeMap<>();
      for (int number = 1; number <= 3; number++) {
        String id = upload(program, number);
        captures.put(id, settled(program, id));
      }
      triage(program);
      HttpResponse<byte[]> begun = program.begin("half.pcap", 200_000);
      String half = begun.headers().firstValue("Location").orElseThrow();
      byte[] piece = Arrays.copyOf(AlertingCapture.of(9), 100_000);
      assertThat(program.patch(half, 0, piece).statusCode()).isEqualTo(204);
      Map<String, Long> rows = rows(server.getBean(JdbcClient.class));
      backUpWhilePeopleWork(data, program);
      before = new Before(guest.handle(), program, captures, half, rows);
    }
  }

  /// Somebody uploads all the while.
  private static void backUpWhilePeopleWork(Path data, Program program) {
    AtomicBoolean over = new AtomicBoolean();
    Thread busy =
        Thread.ofPlatform()
            .start(
                () -> {
                  for (int number = 100; !over.get(); number++) {
                    upload(program, number);
                  }
                });
    Tool.Said made = Tool.run("aegis-backup", backup.toString(), "--aegis.data=" + data);
    over.set(true);
    assertThat(made.status()).as(made.text()).isZero();
    assertThat(made.text()).startsWith("Backed up ").contains(" tables and ");
    try {
      busy.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  private static void triage(Program program) {
    JsonNode alert = program.json("/api/v1/alerts?limit=1").required("items").required(0);
    String path = "/api/v1/alerts/" + alert.required("id").asLong();
    Program.json(
        program.call("PATCH", path, "{\"state\":\"archived\",\"reason\":\"benign\"}"), 200);
    Program.json(program.call("POST", path + "/comments", "{\"text\":\"was us\"}"), 201);
  }

  @Test
  void bringsEverythingBack() throws IOException {
    Path data = target.resolve("restored");
    restore(data);
    assertThat(folderNames(data)).doesNotContain("restore-unfinished");
    try (ServletWebServerApplicationContext server = start(data)) {
      Browser visitor = Guests.of(server).join().browser().another();
      Program program = before.program().at(visitor);
      signsInWithTheOldPassword(visitor);
      capturesAreTheSame(program);
      alertsAndWhatWasSaid(program);
      rowsAreThere(server.getBean(JdbcClient.class));
      anUploadThatWasHalfWayIsGone(program);
      contentsAreWhatRowsSay(server.getBean(JdbcClient.class), data);
      goesOn(program);
      Tool.Said audit = Tool.run("aegis-audit-verify", data.toString());
      assertThat(audit.text()).startsWith("The audit log is intact");
    }
  }

  private static void signsInWithTheOldPassword(Browser visitor) {
    Answer entered =
        visitor.submit(
            "/sign-in", "/sign-in", Map.of("handle", before.handle(), "password", Guests.PASSWORD));
    assertThat(entered.status()).isEqualTo(303);
  }

  private static void capturesAreTheSame(Program program) throws IOException {
    for (Map.Entry<String, JsonNode> capture : before.captures().entrySet()) {
      String path = "/api/v1/captures/" + capture.getKey();
      assertThat(program.json(path)).isEqualTo(capture.getValue());
      int number = capture.getValue().required("name").asString().charAt(0) - '0';
      assertThat(program.get(path + "/content").body()).isEqualTo(AlertingCapture.of(number));
      assertThat(program.get(path + "/report").statusCode()).isEqualTo(200);
    }
  }

  private static void alertsAndWhatWasSaid(Program program) {
    JsonNode archived = program.json("/api/v1/alerts?q=is:archived").required("items").required(0);
    JsonNode said =
        program.json("/api/v1/alerts/" + archived.required("id").asLong() + "/comments");
    assertThat(said.required("items").required(0).required("text").asString()).isEqualTo("was us");
  }

  /// All that there was when the backup began; people went on while it was made.
  private static void rowsAreThere(JdbcClient sql) {
    Map<String, Long> now = rows(sql);
    before
        .rows()
        .forEach(
            (table, count) -> assertThat(now.get(table)).as(table).isGreaterThanOrEqualTo(count));
  }

  private static void anUploadThatWasHalfWayIsGone(Program program) {
    assertThat(program.tus("HEAD", before.half(), new byte[0]).statusCode()).isEqualTo(410);
    assertThat(program.patch(before.half(), 100_000, new byte[100_000]).statusCode())
        .isEqualTo(410);
  }

  private static void contentsAreWhatRowsSay(JdbcClient sql, Path data) throws IOException {
    List<String> kept = sql.sql("select sha256 from blobs").query(String.class).list();
    assertThat(kept).hasSizeGreaterThanOrEqualTo(12);
    for (String sha256 : kept) {
      Path file =
          data.resolve("blobs").resolve(sha256.substring(0, 2)).resolve(sha256.substring(2));
      Hashing hashing = new Hashing(java.io.OutputStream.nullOutputStream());
      hashing.write(Files.readAllBytes(file));
      assertThat(hashing.sha256()).isEqualTo(sha256);
    }
  }

  /// Numbers go on where they were, and new work is done.
  private static void goesOn(Program program) {
    settled(program, upload(program, 5));
  }

  @Test
  void isMadeOfAStoppedPlatformToo() {
    Path data = target.resolve("restored");
    restore(data);
    Path second = target.resolve("second.backup");
    Tool.Said made = Tool.run("aegis-backup", second.toString(), "--aegis.data=" + data);
    assertThat(made.status()).as(made.text()).isZero();
    Tool.Said checked = Tool.run("aegis-restore", second.toString(), "--check");
    assertThat(checked.text()).startsWith(second + " is whole: ");
    assertThat(made.text().replaceAll(" to .*", "").replaceAll(".*up ", ""))
        .isEqualTo(checked.text().replaceAll(".*whole: ", "").replaceAll(", made.*", ""));
  }

  /// Into a store that speaks S3, and from there: the same tables and the same content.
  @Test
  void movesToAnS3StoreAndBack() throws IOException {
    LocalS3 store = LocalS3.builder().port(-1).mode(LocalS3Mode.IN_MEMORY).build();
    store.start();
    try {
      String[] inS3 = inS3(store, target.resolve("in-s3"));
      Tool.Said restored = Tool.run("aegis-restore", with(inS3, backup.toString()));
      assertThat(restored.status()).as(restored.text()).isZero();
      assertThat(target.resolve("in-s3/blobs")).doesNotExist();
      Path second = target.resolve("second.backup");
      Tool.Said made = Tool.run("aegis-backup", with(inS3, second.toString()));
      assertThat(made.status()).as(made.text()).isZero();
      assertThat(entries(second)).isEqualTo(entries(backup));
      Path back = target.resolve("back");
      Tool.Said again = Tool.run("aegis-restore", second.toString(), "--aegis.data=" + back);
      assertThat(again.status()).as(again.text()).isZero();
      assertThat(filesIn(back.resolve("blobs"))).isEqualTo(contentsOf(backup));
    } finally {
      store.shutdown();
    }
  }

  private static String[] inS3(LocalS3 store, Path data) {
    URI address = URI.create("http://127.0.0.1:" + store.getPort());
    try (S3Client client =
        S3Client.builder()
            .endpointOverride(address)
            .region(Region.US_EAST_1)
            .forcePathStyle(true)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("who", "secret")))
            .build()) {
      client.createBucket(request -> request.bucket("content"));
    }
    return new String[] {
      "--aegis.data=" + data,
      "--aegis.blobs.s3.bucket=content",
      "--aegis.blobs.s3.endpoint=" + address,
      "--aegis.blobs.s3.access-key=who",
      "--aegis.blobs.s3.secret-key=secret",
      "--aegis.blobs.s3.path-style=true",
      "--logging.level.root=off" // the store logs each question after what it does not have
    };
  }

  private static String[] with(String[] settings, String file) {
    return Stream.concat(Stream.of(file), Stream.of(settings)).toArray(String[]::new);
  }

  /// Tables and contents with their checksums, but for what tells one backup from another.
  private static Map<String, Long> entries(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return zip.stream()
          .filter(entry -> !entry.getName().startsWith("manifest"))
          .collect(
              Collectors.toMap(ZipEntry::getName, ZipEntry::getCrc, (one, _) -> one, TreeMap::new));
    }
  }

  private static Set<String> contentsOf(Path file) throws IOException {
    return entries(file).keySet().stream()
        .filter(name -> name.startsWith(BackupWriter.CONTENT))
        .map(name -> name.substring(name.lastIndexOf('/') + 1))
        .collect(Collectors.toSet());
  }

  /// Names of content, from the folders that it lies in.
  private static Set<String> filesIn(Path blobs) throws IOException {
    try (Stream<Path> files = Files.walk(blobs)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> file.getParent().getFileName().toString() + file.getFileName())
          .collect(Collectors.toSet());
    }
  }

  @Test
  void refusesAFileThatIsThere() {
    Tool.Said made = Tool.run("aegis-backup", backup.toString(), "--aegis.data=" + target);
    assertThat(made.status()).isEqualTo(1);
    assertThat(made.text()).contains(backup + " is there already");
  }

  @Test
  void saysWhereThereIsNoPlatformAndMakesNothing() {
    Path file = target.resolve("new.backup");
    Path nowhere = target.resolve("nowhere");
    Tool.Said made = Tool.run("aegis-backup", file.toString(), "--aegis.data=" + nowhere);
    assertThat(made.status()).isEqualTo(1);
    assertThat(made.text()).contains("There is no platform in " + nowhere);
    assertThat(folderNames(target)).isEmpty();
  }

  @Test
  void saysWhichContentIsDamagedAndMakesABackupWithoutItWhenToldTo() throws IOException {
    Path data = target.resolve("restored");
    restore(data);
    Path damaged;
    try (Stream<Path> files = Files.walk(data.resolve("blobs"))) {
      damaged =
          files
              .filter(Files::isRegularFile)
              .max((a, b) -> size(a).compareTo(size(b)))
              .orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(damaged);
    bytes[bytes.length / 2] ^= 1;
    Files.write(damaged, bytes);
    String id = damaged.getParent().getFileName().toString() + damaged.getFileName();
    Path file = target.resolve("damaged.backup");
    Tool.Said refused = Tool.run("aegis-backup", file.toString(), "--aegis.data=" + data);
    assertThat(refused.status()).isEqualTo(1);
    assertThat(refused.text()).contains(id).contains("is damaged").contains("--leave-out-damaged");
    assertThat(Files.exists(file)).isFalse();
    Tool.Said made =
        Tool.run("aegis-backup", file.toString(), "--leave-out-damaged", "--aegis.data=" + data);
    assertThat(made.status()).isEqualTo(1);
    assertThat(made.text()).contains(id).contains("Backed up");
    Path again = target.resolve("again");
    Tool.Said restored = Tool.run("aegis-restore", file.toString(), "--aegis.data=" + again);
    assertThat(restored.status()).as(restored.text()).isZero();
    assertThat(restored.text()).contains("without the content " + id);
  }

  @Test
  void restoresOnlyIntoAnEmptyDirectory() throws IOException {
    Path file = Files.writeString(target.resolve("mine.txt"), "precious");
    Tool.Said refused = Tool.run("aegis-restore", backup.toString(), "--aegis.data=" + target);
    assertThat(refused.status()).isEqualTo(1);
    assertThat(refused.text()).contains(target + " is not empty: mine.txt is there");
    assertThat(file).hasContent("precious");
  }

  @Test
  void beginsAnewWhereARestoreWasCutShortAndLetsNobodyStartThere() throws IOException {
    Path data = Files.createDirectories(target.resolve("cut"));
    Files.createFile(data.resolve("restore-unfinished"));
    Files.createDirectories(data.resolve("postgres/data"));
    assertThat(Tool.run("aegis-serve", "--aegis.data=" + data, "--server.port=0").text())
        .contains("only half-way")
        .contains("Run aegis restore again");
    restore(data);
    assertThat(folderNames(data)).doesNotContain("restore-unfinished");
  }

  private static void restore(Path data) {
    Tool.Said restored = Tool.run("aegis-restore", backup.toString(), "--aegis.data=" + data);
    assertThat(restored.status()).as(restored.text()).isZero();
    assertThat(restored.text()).startsWith("Restored ");
  }

  private static Long size(Path file) {
    return file.toFile().length();
  }

  private static List<String> folderNames(Path folder) {
    String[] names = folder.toFile().list();
    return names == null ? List.of() : List.of(names);
  }

  private static String upload(Program program, int number) {
    try {
      HttpResponse<byte[]> made =
          program.send(
              "POST",
              "/api/v1/captures?name=" + number + ".pcap",
              AlertingCapture.of(number),
              "Content-Type",
              "application/octet-stream");
      return Program.json(made, 201).required("id").asString();
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }

  /// Analysed, and its alerts in the inbox.
  private static JsonNode settled(Program program, String capture) {
    Instant late = Instant.now().plus(Duration.ofSeconds(90));
    while (Instant.now().isBefore(late)) {
      JsonNode now = program.json("/api/v1/captures/" + capture);
      boolean done = now.required("state").required("name").asString().equals("done");
      if (done
          && !program.json("/api/v1/alerts?q=capture:" + capture).required("items").isEmpty()) {
        return now;
      }
      pause();
    }
    throw new AssertionError("not analysed: " + program.json("/api/v1/captures/" + capture));
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  private static Map<String, Long> rows(JdbcClient sql) {
    Map<String, Long> rows = new TreeMap<>();
    for (String table :
        List.of(
            "person",
            "api_token",
            "captures",
            "analyses",
            "alert",
            "alert_comment",
            "alert_action",
            "audit_entry",
            "blobs")) {
      rows.put(table, sql.sql("select count(*) from " + table).query(Long.class).single());
    }
    return rows;
  }

  private static ServletWebServerApplicationContext start(Path data) {
    return (ServletWebServerApplicationContext)
        new SpringApplicationBuilder(Platform.class)
            .run("--server.port=0", "--aegis.data=" + data, "--logging.level.root=off");
  }
}
