package io.aegispcap.platform.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A program of somebody's, with their token, which goes on when the server is another one.
///
/// @param address such as `http://127.0.0.1:8080`
public record Program(HttpClient client, String address, String token) {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Pattern TOKEN = Pattern.compile("aegis_[A-Za-z0-9_-]{20,}");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /// Makes itself a token at the account page of who is signed in with this browser.
  public static Program of(Browser signedIn) {
    Answer made =
        signedIn.submit(
            "/account/tokens",
            "/account/tokens",
            Map.of("label", "program", "scopes", "READ,WRITE", "days", "30"));
    Matcher token = TOKEN.matcher(made.body());
    if (!token.find()) {
      throw new AssertionError("no token: " + made.status() + "\n" + made.body());
    }
    URI page = signedIn.request("/").build().uri();
    return new Program(HttpClient.newHttpClient(), "http://" + page.getAuthority(), token.group());
  }

  /// The same person's, at a server that listens elsewhere.
  public Program at(Browser server) {
    return new Program(client, "http://" + server.request("/").build().uri().getAuthority(), token);
  }

  /// @param headers names and values
  /// @throws UncheckedIOException when no answer came
  public HttpResponse<byte[]> send(String method, String path, byte[] body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token)
            .method(method, BodyPublishers.ofByteArray(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return client.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException unanswered) {
      throw new UncheckedIOException(unanswered);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", stopped);
    }
  }

  public HttpResponse<byte[]> get(String path) {
    return send("GET", path, new byte[0]);
  }

  public HttpResponse<byte[]> call(String method, String path, String json, String... headers) {
    String[] all = new String[headers.length + 2];
    all[0] = "Content-Type";
    all[1] = "application/json";
    System.arraycopy(headers, 0, all, 2, headers.length);
    return send(method, path, json.getBytes(StandardCharsets.UTF_8), all);
  }

  public JsonNode json(String path) {
    return json(get(path), 200);
  }

  public static JsonNode json(HttpResponse<byte[]> answer, int status) {
    String body = new String(answer.body(), StandardCharsets.UTF_8);
    if (answer.statusCode() != status) {
      throw new AssertionError(
          answer.request().method()
              + " "
              + answer.uri().getPath()
              + ": "
              + answer.statusCode()
              + " "
              + body);
    }
    return JSON.readTree(body);
  }

  /// A tus request.
  public HttpResponse<byte[]> tus(String method, String path, byte[] body, String... headers) {
    String[] all = new String[headers.length + 2];
    all[0] = "Tus-Resumable";
    all[1] = "1.0.0";
    System.arraycopy(headers, 0, all, 2, headers.length);
    return send(method, path, body, all);
  }

  /// Announces an upload.
  public HttpResponse<byte[]> begin(String name, long size) {
    return tus(
        "POST",
        "/api/v1/uploads",
        new byte[0],
        "Upload-Length",
        Long.toString(size),
        "Upload-Metadata",
        "filename " + Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8)));
  }

  public HttpResponse<byte[]> patch(String path, long offset, byte[] piece) {
    return tus(
        "PATCH",
        path,
        piece,
        "Upload-Offset",
        Long.toString(offset),
        "Content-Type",
        "application/offset+octet-stream");
  }
}
