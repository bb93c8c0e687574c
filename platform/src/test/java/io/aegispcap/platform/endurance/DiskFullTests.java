package io.aegispcap.platform.endurance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aegispcap.platform.running.AlertingCapture;
import io.aegispcap.platform.running.FirstPerson;
import io.aegispcap.platform.running.Program;
import io.aegispcap.platform.running.ServerProcess;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// A server whose disk is full, and has room again. The disk is a real file system, mounted where
/// the machine allows it.
@Tag("endurance")
class DiskFullTests {
  private static final int LEFT = 300_000; // bytes

  @TempDir private Path data;

  @Test
  void refusesWhatHasNoRoomKeepsTheRestAndGoesOnLater() throws Exception {
    assumeTrue(ServerProcess.canMount(data), "no user namespaces: a small disk can't be mounted");
    try (ServerProcess server =
        ServerProcess.onSmallDisk(data, "400m", "--aegis.rate-limit.person=1000000")) {
      Program program = FirstPerson.of(server);
      String kept = uploaded(program, 1);
      analysed(program, kept);
      String begun =
          program
              .begin("later.pcap", AlertingCapture.of(3).length)
              .headers()
              .firstValue("Location")
              .orElseThrow();
      Path filler = fill(server.inside(data).resolve("filler"), LEFT);

      HttpResponse<byte[]> refused = upload(program, 2);
      assertThat(refused.statusCode()).isEqualTo(507);
      assertThat(text(refused)).contains("/problems/storage-full").doesNotContain("\tat ");
      HttpResponse<byte[]> piece = program.patch(begun, 0, AlertingCapture.of(3));
      assertThat(piece.statusCode()).isEqualTo(507);
      assertThat(program.get("/api/v1/captures/" + kept + "/content").body())
          .isEqualTo(AlertingCapture.of(1));
      assertThat(names(program)).containsExactly("1.pcap");
      assertThat(files(server.inside(data).resolve("blobs/incoming"))).isEmpty();
      assertThat(program.get("/actuator/health/liveness").statusCode()).isEqualTo(200);

      Files.delete(filler);
      awaitReady(program);
      goOn(program, begun);
      analysed(program, uploaded(program, 2));
      assertThat(names(program)).containsExactlyInAnyOrder("1.pcap", "2.pcap", "later.pcap");
      losesNothingWhenTheDatabaseCannotWriteItsLog(server, program);
      server.terminate();
      assertThat(server.exitCode()).isIn(0, 143);
    }
  }

  /// Without room for another piece of its log PostgreSQL ends at once, and can't start.
  private void losesNothingWhenTheDatabaseCannotWriteItsLog(ServerProcess server, Program program)
      throws Exception {
    Path disk = server.inside(data);
    String alert =
        program.json("/api/v1/alerts?limit=1").path("items").path(0).path("id").asString();
    String comments = "/api/v1/alerts/" + alert + "/comments";
    Path filler = fill(disk.resolve("filler"), 0);
    List<String> acknowledged = new ArrayList<>();
    HttpResponse<byte[]> answer = say(program, comments, "comment 0");
    for (int i = 0; i < 40 && answer.statusCode() == 201; i++) {
      acknowledged.add("comment " + i);
      switchLog(disk);
      answer = say(program, comments, "comment " + (i + 1));
    }
    assertThat(answer.statusCode()).as(text(answer)).isIn(503, 507);
    assertThat(text(answer)).contains("/problems/").doesNotContain("\tat ");
    TimeUnit.SECONDS.sleep(3); // it is started again and again meanwhile
    assertThat(program.get("/actuator/health/liveness").statusCode()).isEqualTo(200);

    Files.delete(filler);
    awaitReady(program);
    List<String> there =
        program
            .json(comments)
            .required("items")
            .valueStream()
            .map(comment -> comment.required("text").asString())
            .toList();
    assertThat(there).containsAll(acknowledged);
    assertThat(say(program, comments, "after").statusCode()).isEqualTo(201);
    analysed(program, uploaded(program, 4));
  }

  private static HttpResponse<byte[]> say(Program program, String comments, String text) {
    return program.call("POST", comments, "{\"text\":\"" + text + "\"}");
  }

  /// Has the database begin a new piece of its log, of 16 MB.
  private static void switchLog(Path disk) throws IOException {
    List<String> postmaster = Files.readAllLines(disk.resolve("postgres/data/postmaster.pid"));
    String url = "jdbc:postgresql://127.0.0.1:" + postmaster.get(3).strip() + "/aegis";
    String password = Files.readString(disk.resolve("postgres/password"));
    try (Connection database = DriverManager.getConnection(url, "aegis", password);
        Statement sql = database.createStatement()) {
      sql.execute("select pg_switch_wal()");
    } catch (SQLException gone) {
      assertThat(gone.getSQLState()).startsWith("5"); // it has no room, or ended for that reason
    }
  }

  /// What was received and said to be so is still there.
  private static void goOn(Program program, String begun) throws IOException {
    HttpResponse<byte[]> asked = program.tus("HEAD", begun, new byte[0]);
    int offset = Integer.parseInt(asked.headers().firstValue("Upload-Offset").orElseThrow());
    byte[] whole = AlertingCapture.of(3);
    HttpResponse<byte[]> rest =
        program.patch(begun, offset, Arrays.copyOfRange(whole, offset, whole.length));
    assertThat(rest.statusCode()).as(text(rest)).isEqualTo(204);
    String capture = rest.headers().firstValue("Aegis-Capture").orElseThrow();
    assertThat(program.get("/api/v1/captures/" + capture + "/content").body()).isEqualTo(whole);
  }

  /// Until so little is left; the database has its own files already.
  private static Path fill(Path filler, long rest) throws IOException {
    long room = Files.getFileStore(filler.getParent()).getUsableSpace();
    try (OutputStream out = Files.newOutputStream(filler)) {
      byte[] chunk = new byte[1 << 16];
      for (long left = room - rest; left > 0; left -= chunk.length) {
        out.write(chunk, 0, (int) Math.min(left, chunk.length));
      }
    }
    return filler;
  }

  private static HttpResponse<byte[]> upload(Program program, int number) throws IOException {
    return program.send(
        "POST",
        "/api/v1/captures?name=" + number + ".pcap",
        AlertingCapture.of(number),
        "Content-Type",
        "application/octet-stream");
  }

  private static String uploaded(Program program, int number) throws IOException {
    return Program.json(upload(program, number), 201).required("id").asString();
  }

  private static void analysed(Program program, String capture) throws InterruptedException {
    Instant late = Instant.now().plus(Duration.ofMinutes(3));
    JsonNode state = program.json("/api/v1/captures/" + capture).path("state").path("name");
    while (!state.asString("").equals("done")) {
      assertThat(Instant.now()).as("still " + state).isBefore(late);
      Thread.sleep(100);
      state = program.json("/api/v1/captures/" + capture).path("state").path("name");
    }
  }

  private static void awaitReady(Program program) throws InterruptedException {
    Instant late = Instant.now().plus(Duration.ofMinutes(1));
    while (program.get("/actuator/health/readiness").statusCode() != 200) {
      assertThat(Instant.now()).isBefore(late);
      Thread.sleep(100);
    }
  }

  private static List<String> names(Program program) {
    return program
        .json("/api/v1/captures")
        .required("items")
        .valueStream()
        .map(item -> item.required("name").asString())
        .toList();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }
}
