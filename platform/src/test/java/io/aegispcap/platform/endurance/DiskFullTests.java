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
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
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
      Path filler = fill(server.inside(data).resolve("filler"));

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
      server.terminate();
      assertThat(server.exitCode()).isIn(0, 143);
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

  /// Until little is left; the database has its own files already.
  private static Path fill(Path filler) throws IOException {
    long room = Files.getFileStore(filler.getParent()).getUsableSpace();
    try (OutputStream out = Files.newOutputStream(filler)) {
      byte[] chunk = new byte[1 << 16];
      for (long left = room - LEFT; left > 0; left -= chunk.length) {
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
