package io.aegispcap.cli.remote;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A platform, as seen by whoever holds a token, or by a visitor without.
final class Server implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int FIRST_REFUSAL = 400;
  private static final int NOT_SIGNED_IN = 401;

  private final URI address;
  private final Optional<String> token;
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /// @param address such as `https://aegis.example/`
  Server(URI address, Optional<String> token) {
    this.address = address;
    this.token = token;
  }

  /// Where a person would look.
  String page(String path) {
    return address.resolve(path).toString();
  }

  /// @throws IOException when the platform can't be reached or refuses
  Json get(String path, Map<String, String> query) throws IOException {
    String parameters =
        query.entrySet().stream()
            .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
            .collect(Collectors.joining("&"));
    HttpRequest request = request(parameters.isEmpty() ? path : path + "?" + parameters).build();
    return Json.parse(address.toString(), accepted(send(request)).body());
  }

  HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address.resolve(path)).header("Accept", "application/json");
    token.ifPresent(held -> request.header("Authorization", "Bearer " + held));
    return request;
  }

  /// @throws IOException when the platform can't be reached
  HttpResponse<byte[]> send(HttpRequest request) throws IOException {
    try {
      return client.send(request, BodyHandlers.ofByteArray());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      InterruptedIOException interrupted = new InterruptedIOException("interrupted");
      interrupted.initCause(stopped);
      throw interrupted;
    } catch (IOException unreachable) {
      throw new IOException(
          address + " can't be reached (" + reason(unreachable) + "): does a platform run there?",
          unreachable);
    }
  }

  private static String reason(IOException fault) {
    return Optional.ofNullable(fault.getMessage()).orElse(fault.getClass().getSimpleName());
  }

  /// @throws RemoteException with the platform's own words when it refused
  HttpResponse<byte[]> accepted(HttpResponse<byte[]> answer) throws RemoteException {
    if (answer.statusCode() < FIRST_REFUSAL) {
      return answer;
    }
    if (answer.statusCode() == NOT_SIGNED_IN) {
      throw asksWho();
    }
    boolean said =
        answer
            .headers()
            .firstValue("Content-Type")
            .filter(type -> type.startsWith("application/problem+json"))
            .isPresent();
    if (!said) {
      throw new RemoteException(address + " answered with status " + answer.statusCode());
    }
    Json problem = Json.parse(address.toString(), answer.body());
    throw new RemoteException(address + " refused: " + problem.at("detail").text());
  }

  /// @throws RemoteException when there is no token, for what visitors can't do
  void requireToken() throws RemoteException {
    if (token.isEmpty()) {
      throw asksWho();
    }
  }

  private RemoteException asksWho() {
    return new RemoteException(
        "%s asks who you are: make a token at %s, and put it into AEGIS_TOKEN or a --token-file"
            .formatted(address, page("/account/tokens")));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
