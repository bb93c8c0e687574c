package io.aegispcap.platform.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/// Visits the platform as a browser does: keeps cookies, sends forms with their token. It does not
/// follow redirects by itself, so that tests see them.
public final class Browser {
  private final int port;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();

  Browser(int port) {
    this.port = port;
  }

  /// Another browser, with no cookies.
  public Browser another() {
    return new Browser(port);
  }

  /// For bodies that are no text.
  public HttpClient client() {
    return client;
  }

  public CookieManager cookies() {
    return cookies;
  }

  public Answer get(String path) {
    return send(request(path).header("Accept", "text/html").GET().build());
  }

  /// Fills a form in and sends it: first gets the page that holds it.
  public Answer submit(String page, String action, Map<String, String> fields) {
    return post(action, get(page).csrf(), fields);
  }

  /// Sends a form with this token.
  public Answer post(String path, String csrf, Map<String, String> fields) {
    return form("POST", path, csrf, fields);
  }

  /// Sends a form with this token; it goes in a header too, since bodies are read as forms with
  /// POST alone.
  public Answer form(String method, String path, String csrf, Map<String, String> fields) {
    String form =
        fields.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&", "_csrf=" + encode(csrf) + "&", ""));
    return send(
        request(path)
            .header("Accept", "text/html")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("X-XSRF-TOKEN", csrf)
            .method(method, BodyPublishers.ofString(form))
            .build());
  }

  /// A request to be completed by the test.
  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  public Answer send(HttpRequest request) {
    try {
      return new Answer(client.send(request, BodyHandlers.ofString()));
    } catch (IOException unreachable) {
      throw new UncheckedIOException(unreachable);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", stopped);
    }
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
