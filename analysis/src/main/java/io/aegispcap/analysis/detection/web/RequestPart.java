package io.aegispcap.analysis.detection.web;

import io.aegispcap.capture.protocol.http.HttpContent;
import io.aegispcap.capture.protocol.http.HttpExchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A piece of a request that is looked at by itself.
///
/// @param where such as `query` or `header cookie`
/// @param text made plain by [Undone]
/// @param prose whether it is long, as what people write
record RequestPart(String where, String text, boolean prose) {
  private static final int MOST = 96;
  private static final int LONG = 300;
  private static final int SHORTEST_BASE64 = 16;

  /// Letters, digits, and what stands in harmless paths.
  private static final boolean[] USUAL = usual();

  /// All that has anything but letters, digits and what stands in harmless paths.
  static List<RequestPart> of(HttpExchange http) {
    List<RequestPart> parts = new ArrayList<>(2);
    String uri = http.uri();
    int query = uri.indexOf('?');
    if (!plain(uri)) {
      parts.add(new RequestPart("target", Undone.of(uri, query >= 0), false));
    }
    if (query >= 0) {
      hidden(parts, "query", uri.substring(query + 1));
    }
    for (HttpContent.Field field : http.content().fields()) {
      parts.add(new RequestPart("header " + field.name(), Undone.of(field.value(), false), false));
    }
    body(parts, http);
    return parts.size() > MOST ? parts.subList(0, MOST) : parts;
  }

  private static void body(List<RequestPart> parts, HttpExchange http) {
    String body = http.content().requestHead();
    if (body.isEmpty() || plain(body)) {
      return;
    }
    String type = http.requestContentType().orElse("").toLowerCase(Locale.ROOT);
    char first = body.charAt(0);
    if (type.startsWith("multipart/") || body.startsWith("--")) {
      multipart(parts, body);
    } else if (type.contains("json") || first == '{' || first == '[') {
      strings(parts, body);
    } else if (type.contains("xml") || first == '<') {
      parts.add(new RequestPart("XML", Undone.of(body, false), true));
      nodes(parts, body);
    } else {
      form(parts, body);
      hidden(parts, "form", body);
    }
  }

  private static void form(List<RequestPart> parts, String body) {
    for (String pair : body.split("&", MOST)) {
      int equals = pair.indexOf('=');
      if (!plain(pair)) {
        boolean prose = pair.length() - equals > LONG;
        parts.add(new RequestPart("form", Undone.of(pair, true), prose));
      }
    }
  }

  /// Values that are Base64 and nothing else.
  private static void hidden(List<RequestPart> parts, String where, String pairs) {
    if (pairs.length() < SHORTEST_BASE64) {
      return;
    }
    for (String pair : pairs.split("&", MOST)) {
      String value = Undone.percent(pair.substring(pair.indexOf('=') + 1));
      if (value.length() >= SHORTEST_BASE64) {
        Undone.base64(value)
            .ifPresent(
                text ->
                    parts.add(new RequestPart(where + " in Base64", text, text.length() > LONG)));
      }
    }
  }

  private static void multipart(List<RequestPart> parts, String body) {
    parts.add(new RequestPart("multipart body", Undone.of(body, false), true));
    for (String piece : body.split("\r?\n--", MOST)) {
      int blank = piece.indexOf("\r\n\r\n");
      String value = blank < 0 ? "" : piece.substring(blank + 4);
      if (!value.isEmpty() && value.length() <= LONG && !plain(value)) {
        parts.add(new RequestPart("multipart value", Undone.of(value, false), false));
      }
    }
  }

  /// The strings of a JSON text (RFC 8259 7), and all of it as prose.
  private static void strings(List<RequestPart> parts, String body) {
    parts.add(new RequestPart("JSON", Undone.of(body, false), true));
    int from = body.indexOf('"');
    while (from >= 0 && parts.size() < MOST) {
      int end = closing(body, from + 1);
      String value = body.substring(from + 1, end);
      if (value.length() <= LONG && !plain(value)) {
        parts.add(new RequestPart("JSON string", Undone.of(value, false), false));
      }
      from = end < body.length() ? body.indexOf('"', end + 1) : -1;
    }
  }

  private static int closing(String body, int from) {
    for (int i = from; i < body.length(); i++) {
      if (body.charAt(i) == '\\') {
        i++;
      } else if (body.charAt(i) == '"') {
        return i;
      }
    }
    return body.length();
  }

  private static void nodes(List<RequestPart> parts, String body) {
    for (String node : body.split("[<>]", 2 * MOST)) {
      if (!node.isBlank() && node.length() <= LONG && !plain(node)) {
        parts.add(new RequestPart("XML text", Undone.of(node, false), false));
      }
    }
  }

  private static boolean[] usual() {
    boolean[] usual = new boolean[128];
    for (char c = 0; c < usual.length; c++) {
      usual[c] = Character.isLetterOrDigit(c) || "/._-?=&".indexOf(c) >= 0;
    }
    return usual;
  }

  /// Whether it holds nothing that an attack needs: most do.
  private static boolean plain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= USUAL.length || !USUAL[c]) {
        return false;
      }
    }
    return !text.contains("..")
        && !text.contains("/.")
        && !text.contains("/etc/")
        && !text.contains("/bin/")
        && !text.contains("rO0AB")
        && !text.contains("lassLoader")
        && !text.contains("invokefunction")
        && !text.contains("call_user_func")
        && !text.contains("_include=");
  }
}
