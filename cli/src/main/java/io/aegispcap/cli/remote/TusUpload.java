package io.aegispcap.cli.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/// Sends a file in pieces, and goes on where it was when the connection breaks: tus 1.0.0,
/// https://tus.io/protocols/resumable-upload.
final class TusUpload {
  private static final String VERSION = "Tus-Resumable";
  private static final String OFFSET = "Upload-Offset";

  /// What is sent again at most when a connection breaks.
  private static final int PIECE = 8 << 20;

  /// How often in a row a piece may fail, each time after twice the wait.
  private static final int TRIES = 6;

  private static final int BUSY = 423;
  private static final int ELSEWHERE = 409;
  private static final int FIRST_SERVER_FAULT = 500;

  private final Server server;
  private final Path file;
  private final long size;
  private final LongConsumer progress;

  TusUpload(Server server, Path file, LongConsumer progress) throws IOException {
    this.server = server;
    this.file = file;
    this.size = Files.size(file);
    this.progress = progress;
  }

  /// What became of it.
  ///
  /// @param capture its id
  /// @param known whether the person had these bytes there already
  record Arrived(String capture, boolean known) {}

  /// @throws IOException when it is refused, or the platform stays away
  Arrived send(String name, String visibility) throws IOException {
    String metadata = "filename " + base64(name) + ",visibility " + base64(visibility);
    HttpRequest creation =
        server
            .request("/api/v1/uploads")
            .header(VERSION, "1.0.0")
            .header("Upload-Length", Long.toString(size))
            .header("Upload-Metadata", metadata)
            .POST(BodyPublishers.noBody())
            .build();
    HttpResponse<byte[]> begun = server.accepted(server.send(creation));
    String upload =
        begun
            .headers()
            .firstValue("Location")
            .orElseThrow(() -> new RemoteException("the platform did not say where to send to"));
    HttpResponse<byte[]> last = begun;
    long sent = 0;
    while (sent < size) {
      last = piece(upload, sent);
      sent = offset(last);
      progress.accept(sent);
    }
    String capture = last.headers().firstValue("Aegis-Capture").orElse("");
    return new Arrived(capture, last.headers().firstValue("Aegis-Known").isPresent());
  }

  /// Sends what comes at this place; asks again how far the upload is whenever that fails.
  private HttpResponse<byte[]> piece(String upload, long from) throws IOException {
    long at = from;
    for (int attempt = 1; ; attempt++) {
      try {
        HttpResponse<byte[]> answer = server.send(patch(upload, at));
        if (!passing(answer.statusCode()) || attempt == TRIES) {
          return server.accepted(answer);
        }
      } catch (RemoteException refused) {
        throw refused;
      } catch (IOException broken) {
        if (attempt == TRIES || Thread.currentThread().isInterrupted()) {
          throw broken;
        }
      }
      pause(attempt);
      at = ask(upload, at);
    }
  }

  private static boolean passing(int status) {
    return status == BUSY || status == ELSEWHERE || status >= FIRST_SERVER_FAULT;
  }

  private HttpRequest patch(String upload, long at) throws IOException {
    byte[] piece;
    try (InputStream in = Files.newInputStream(file)) {
      in.skipNBytes(at);
      piece = in.readNBytes((int) Math.min(PIECE, size - at));
    }
    if (piece.length == 0) {
      throw new IOException(file + " has become shorter while it was sent");
    }
    return server
        .request(upload)
        .header(VERSION, "1.0.0")
        .header(OFFSET, Long.toString(at))
        .header("Content-Type", "application/offset+octet-stream")
        .method("PATCH", BodyPublishers.ofByteArray(piece))
        .build();
  }

  /// How far it is; as far as before when the platform does not answer.
  private long ask(String upload, long before) throws IOException {
    HttpRequest question = server.request(upload).header(VERSION, "1.0.0").HEAD().build();
    try {
      HttpResponse<byte[]> answer = server.send(question);
      return answer.statusCode() >= FIRST_SERVER_FAULT ? before : offset(server.accepted(answer));
    } catch (RemoteException refused) {
      throw refused;
    } catch (IOException _) {
      return before; // the next try tells
    }
  }

  private static long offset(HttpResponse<byte[]> answer) throws RemoteException {
    try {
      return Long.parseLong(answer.headers().firstValue(OFFSET).orElse(""));
    } catch (NumberFormatException absent) {
      throw new RemoteException("the platform did not say how far the upload is", absent);
    }
  }

  private static void pause(int attempt) throws InterruptedIOException {
    try {
      TimeUnit.MILLISECONDS.sleep(250L << attempt);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      InterruptedIOException interrupted = new InterruptedIOException("interrupted");
      interrupted.initCause(stopped);
      throw interrupted;
    }
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
