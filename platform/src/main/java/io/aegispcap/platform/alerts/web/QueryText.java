package io.aegispcap.platform.alerts.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A filter as it stands in the address bar, for links that change a part of it.
///
/// @param text such as `is:open host:10.0.0.5`
public record QueryText(String text) {
  private static final Pattern WORD = Pattern.compile("(?:-?[a-z]+:)?(?:\"[^\"]*\"|\\S+)");

  private List<String> words() {
    return WORD.matcher(text).results().map(MatchResult::group).toList();
  }

  /// The same with this value for the key, whatever it was before.
  public QueryText with(String key, String value) {
    List<String> words = new ArrayList<>(without(key).words());
    words.add(key + ":" + (value.contains(" ") ? "\"" + value.replace("\"", "") + "\"" : value));
    return new QueryText(String.join(" ", words));
  }

  public QueryText without(String key) {
    return new QueryText(
        String.join(" ", words().stream().filter(word -> !word.startsWith(key + ":")).toList()));
  }

  public boolean has(String key, String value) {
    return words().contains(key + ":" + value);
  }

  public boolean hasKey(String key) {
    return words().stream().anyMatch(word -> word.startsWith(key + ":"));
  }

  /// Where this filter leads.
  public String href() {
    return text.isEmpty() ? "/alerts" : "/alerts?q=" + encoded();
  }

  public String encoded() {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
