package io.aegispcap.platform.captures;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.platform.access.Scope;
import io.aegispcap.platform.accounts.token.ApiTokens;
import io.aegispcap.platform.captures.upload.UploadSweep;
import io.aegispcap.platform.database.DataDirectory;
import io.aegispcap.platform.running.Answer;
import io.aegispcap.platform.running.Browser;
import io.aegispcap.platform.running.Guests;
import io.aegispcap.platform.running.RunningPlatform;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Speaks tus 1.0.0 to the platform.
@RunningPlatform
class ResumableUploadTests {
  private final CaptureGuests guests;
  private final UploadSweep sweep;
  private final Path files;

  ResumableUploadTests(
      Guests people,
      ApiTokens tokens,
      Browser browser,
      UploadSweep sweep,
      DataDirectory directory) {
    this.guests = new CaptureGuests(people, tokens, browser);
    this.sweep = sweep;
    this.files = directory.folder("uploads");
  }

  @Test
  void saysWhatItSpeaks() {
    Answer answer =
        guests
            .visitor()
            .browser()
            .send(
                guests
                    .visitor()
                    .request("/api/v1/uploads")
                    .method("OPTIONS", BodyPublishers.noBody())
                    .build());
    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.header("Tus-Version")).isEqualTo("1.0.0");
    assertThat(answer.header("Tus-Resumable")).isEqualTo("1.0.0");
    assertThat(answer.header("Tus-Extension"))
        .isEqualTo("creation,creation-with-upload,expiration,termination,checksum");
    assertThat(answer.header("Tus-Checksum-Algorithm")).isEqualTo("sha1,sha256");
    assertThat(Long.parseLong(answer.header("Tus-Max-Size"))).isGreaterThan(10_000_000_000L);
  }

  @Test
  void takesACaptureInPieces() {
    CaptureGuest guest = guests.program();
    byte[] capture = Samples.fresh(1000);
    String path = guest.begun("office.pcap", capture.length);
    int offset = 0;
    while (offset < capture.length) {
      byte[] piece = Arrays.copyOfRange(capture, offset, Math.min(offset + 7001, capture.length));
      assertThat(guest.tus("HEAD", path, Map.of(), new byte[0]).header("Upload-Offset"))
          .isEqualTo(Integer.toString(offset));
      Answer answer = guest.patch(path, offset, piece);
      assertThat(answer.status()).isEqualTo(204);
      offset += piece.length;
      assertThat(answer.header("Upload-Offset")).isEqualTo(Integer.toString(offset));
      assertThat(answer.header("Upload-Expires")).endsWith("GMT");
    }
    Answer asked = guest.tus("HEAD", path, Map.of(), new byte[0]);
    assertThat(asked.header("Upload-Length")).isEqualTo(Integer.toString(capture.length));
    assertThat(asked.header("Upload-Metadata")).isEqualTo(CaptureGuest.metadata("office.pcap"));
    assertThat(asked.header("Cache-Control")).isEqualTo("no-store");
    var made = guest.settled(asked.header("Aegis-Capture"));
    assertThat(made.get("name").asString()).isEqualTo("office.pcap");
    assertThat(made.get("visibility").asString()).isEqualTo("private");
    assertThat(made.get("state").get("name").asString()).isEqualTo("done");
    assertThat(made.get("verdict").get("packets").asLong()).isEqualTo(1000);
    assertThat(files.resolve(path.substring(path.lastIndexOf('/') + 1))).doesNotExist();
  }

  @Test
  void takesTheBytesWithTheFirstRequest() {
    CaptureGuest guest = guests.program();
    byte[] capture = Samples.fresh();
    Answer answer =
        guest.tus(
            "POST",
            "/api/v1/uploads",
            Map.of(
                "Upload-Length",
                Integer.toString(capture.length),
                "Content-Type",
                "application/offset+octet-stream"),
            capture);
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.header("Upload-Offset")).isEqualTo(Integer.toString(capture.length));
    assertThat(guest.get("/api/v1/captures/" + answer.header("Aegis-Capture")).status())
        .isEqualTo(200);
  }

  @Test
  void refusesWhatDoesNotGoOnWhereItIs() {
    CaptureGuest guest = guests.program();
    byte[] capture = Samples.fresh();
    String path = guest.begun("a.pcap", capture.length);
    Answer answer = guest.patch(path, 5, capture);
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.body()).contains("/problems/upload-offset");
    assertThat(guest.patch(path, 0, capture).status()).isEqualTo(204);
  }

  @Test
  void refusesOtherTypesAndVersionsAndLengths() {
    CaptureGuest guest = guests.program();
    byte[] capture = Samples.fresh();
    String path = guest.begun("a.pcap", capture.length);
    Map<String, String> wrongType =
        Map.of("Upload-Offset", "0", "Content-Type", "application/octet-stream");
    assertThat(guest.tus("PATCH", path, wrongType, capture).status()).isEqualTo(415);
    Answer noVersion = guest.browser().send(guest.request(path).method("HEAD", none()).build());
    assertThat(noVersion.status()).isEqualTo(412);
    assertThat(noVersion.header("Tus-Version")).isEqualTo("1.0.0");
    assertThat(guest.patch(path, 0, Arrays.copyOf(capture, capture.length + 1)).status())
        .isEqualTo(413);
    assertThat(guest.tus("POST", "/api/v1/uploads", Map.of(), new byte[0]).status()).isEqualTo(400);
    assertThat(
            guest
                .tus("POST", "/api/v1/uploads", Map.of("Upload-Length", "-1"), new byte[0])
                .status())
        .isEqualTo(400);
    assertThat(guest.patch(path, 0, capture).status()).isEqualTo(204);
  }

  private static BodyPublisher none() {
    return BodyPublishers.noBody();
  }

  @Test
  void throwsDamagedPiecesAway() throws Exception {
    CaptureGuest guest = guests.program();
    byte[] capture = Samples.fresh();
    String path = guest.begun("a.pcap", capture.length);
    Map<String, String> damaged =
        checksummed("sha1", "SHA-1", "something else".getBytes(StandardCharsets.UTF_8));
    assertThat(guest.tus("PATCH", path, damaged, capture).status()).isEqualTo(460);
    assertThat(guest.tus("HEAD", path, Map.of(), new byte[0]).header("Upload-Offset"))
        .isEqualTo("0");
    Map<String, String> unknown = checksummed("md4", "SHA-1", capture);
    assertThat(guest.tus("PATCH", path, unknown, capture).status()).isEqualTo(400);
    Map<String, String> right = checksummed("sha256", "SHA-256", capture);
    assertThat(guest.tus("PATCH", path, right, capture).status()).isEqualTo(204);
  }

  private static Map<String, String> checksummed(String name, String algorithm, byte[] content)
      throws Exception {
    byte[] digest = MessageDigest.getInstance(algorithm).digest(content);
    return Map.of(
        "Upload-Offset", "0",
        "Content-Type", "application/offset+octet-stream",
        "Upload-Checksum", name + " " + Base64.getEncoder().encodeToString(digest));
  }

  @Test
  void goesOnAfterTheConnectionBroke() throws IOException {
    CaptureGuest guest = guests.program();
    byte[] capture = Samples.fresh(20_000);
    String path = guest.begun("a.pcap", capture.length);
    int sent = 300_000;
    breakOff(guest, path, capture, sent);
    long offset = offset(guest, path);
    for (int i = 0; i < 200 && offset < sent; i++) {
      CaptureGuest.pause();
      offset = offset(guest, path);
    }
    assertThat(offset).isEqualTo(sent);
    Answer last = guest.patch(path, offset, Arrays.copyOfRange(capture, sent, capture.length));
    for (int i = 0; i < 200 && last.status() == 423; i++) {
      CaptureGuest.pause();
      last = guest.patch(path, offset, Arrays.copyOfRange(capture, sent, capture.length));
    }
    assertThat(last.status()).isEqualTo(204);
    var made = guest.settled(last.header("Aegis-Capture"));
    assertThat(made.get("verdict").get("packets").asLong()).isEqualTo(20_000);
  }

  private static long offset(CaptureGuest guest, String path) {
    return Long.parseLong(guest.tus("HEAD", path, Map.of(), new byte[0]).header("Upload-Offset"));
  }

  /// Announces all, sends some, and is gone.
  private static void breakOff(CaptureGuest guest, String path, byte[] capture, int sent)
      throws IOException {
    int port = guest.request(path).build().uri().getPort();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      OutputStream out = socket.getOutputStream();
      out.write(
          """
          PATCH %s HTTP/1.1
          Host: 127.0.0.1
          Authorization: Bearer %s
          Tus-Resumable: 1.0.0
          Upload-Offset: 0
          Content-Type: application/offset+octet-stream
          Content-Length: %d

          """
              .formatted(path, guest.token(), capture.length)
              .replace("\n", "\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      out.write(capture, 0, sent);
      out.flush();
    }
  }

  @Test
  void forgetsBytesThatWereNeverAcknowledged() throws IOException {
    CaptureGuest guest = guests.program();
    byte[] capture = Samples.fresh(500);
    String path = guest.begun("a.pcap", capture.length);
    guest.patch(path, 0, Arrays.copyOf(capture, 1000));
    // as a crash between writing and acknowledging leaves it
    Files.write(
        files.resolve(path.substring(path.lastIndexOf('/') + 1)),
        new byte[5000],
        StandardOpenOption.APPEND);
    Answer last = guest.patch(path, 1000, Arrays.copyOfRange(capture, 1000, capture.length));
    assertThat(last.status()).isEqualTo(204);
    var made = guest.settled(last.header("Aegis-Capture"));
    assertThat(made.get("verdict").get("packets").asLong()).isEqualTo(500);
  }

  @Test
  void refusesATextFileAsSoonAsItIsSeen() {
    CaptureGuest guest = guests.program();
    byte[] text =
        "It was a dark and stormy night.\n".repeat(20_000).getBytes(StandardCharsets.US_ASCII);
    String path = guest.begun("novel.pcap", text.length);
    Answer answer = guest.patch(path, 0, Arrays.copyOf(text, 300_000));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body())
        .contains("/problems/not-a-capture")
        .contains("novel.pcap")
        .contains("text file");
    assertThat(guest.tus("HEAD", path, Map.of(), new byte[0]).status()).isEqualTo(410);
    assertThat(files.resolve(path.substring(path.lastIndexOf('/') + 1))).doesNotExist();
  }

  @Test
  void takesPiecesByPostWhenAProxyKnowsNoPatch() {
    CaptureGuest guest = guests.program();
    byte[] capture = Samples.fresh();
    String path = guest.begun("a.pcap", capture.length);
    Map<String, String> plain =
        Map.of("Upload-Offset", "0", "Content-Type", "application/offset+octet-stream");
    assertThat(guest.tus("POST", path, plain, capture).status()).isEqualTo(405);
    Map<String, String> meant = new HashMap<>(plain);
    meant.put("X-HTTP-Method-Override", "PATCH");
    assertThat(guest.tus("POST", path, meant, capture).status()).isEqualTo(204);
  }

  @Test
  void endsAtItsSendersWish() {
    CaptureGuest guest = guests.program();
    String path = guest.begun("a.pcap", 1000);
    assertThat(guest.tus("DELETE", path, Map.of(), new byte[0]).status()).isEqualTo(204);
    assertThat(guest.tus("HEAD", path, Map.of(), new byte[0]).status()).isEqualTo(404);
  }

  @Test
  void isTheSendersAlone() {
    CaptureGuest guest = guests.program();
    CaptureGuest other = guests.program();
    byte[] capture = Samples.fresh();
    String path = guest.begun("a.pcap", capture.length);
    assertThat(other.tus("HEAD", path, Map.of(), new byte[0]).status()).isEqualTo(404);
    assertThat(other.patch(path, 0, capture).status()).isEqualTo(404);
    assertThat(other.tus("DELETE", path, Map.of(), new byte[0]).status()).isEqualTo(404);
    CaptureGuest reader = guests.program(Set.of(Scope.READ));
    assertThat(
            reader
                .tus("POST", "/api/v1/uploads", Map.of("Upload-Length", "5"), new byte[0])
                .status())
        .isEqualTo(403);
  }

  @Test
  void reservesTheQuota() {
    CaptureGuest guest = guests.program();
    long quota = 100L << 30;
    long most = 20L << 30;
    for (int i = 0; i < quota / most; i++) {
      guest.begun("large.pcap", most);
    }
    Answer answer = guest.tus("POST", "/api/v1/uploads", Map.of("Upload-Length", "1"), new byte[0]);
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.body()).contains("/problems/quota-exceeded");
    Answer atOnce = guest.upload("small.pcap", "private", Samples.fresh());
    assertThat(atOnce.status()).isEqualTo(413);
    assertThat(atOnce.body()).contains("/problems/quota-exceeded");
    Answer tooLarge =
        guests
            .program()
            .tus("POST", "/api/v1/uploads", Map.of("Upload-Length", "99000000000000"), new byte[0]);
    assertThat(tooLarge.status()).isEqualTo(413);
    assertThat(tooLarge.body()).contains("/problems/too-large");
  }

  @Test
  void removesFilesOfNobody() throws IOException, InterruptedException {
    Path orphan = files.resolve("00000000-0000-4000-8000-000000000001");
    Files.write(orphan, new byte[10]);
    Instant soon = Instant.now().plusSeconds(60);
    while (Files.exists(orphan) && Instant.now().isBefore(soon)) {
      sweep.run(); // the one that runs by itself may be at it
      Thread.sleep(50);
    }
    assertThat(orphan).doesNotExist();
  }
}
