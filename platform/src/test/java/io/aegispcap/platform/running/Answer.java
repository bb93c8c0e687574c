package io.aegispcap.platform.running;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the platform answered.
public record Answer(HttpResponse<String> response) {
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  public int status() {
    return response.statusCode();
  }

  public String body() {
    return response.body();
  }

  /// The first header of this name; empty when there is none.
  public String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  public List<String> headers(String name) {
    return response.headers().allValues(name);
  }

  /// The token that forms on this page carry.
  public String csrf() {
    Matcher field = CSRF.matcher(body());
    if (!field.find()) {
      throw new AssertionError("no form on this page:\n" + body());
    }
    return field.group(1);
  }
}
