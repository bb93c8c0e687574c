package io.aegispcap.platform.api.openapi;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpMethod;

/// What an endpoint does, in a few words from its method and path, where nobody said it better:
/// paths name things in the plural, and ways to deal with one of them after its id.
///
/// @param method of the request
/// @param segments of the path after the version
record Summary(HttpMethod method, List<String> segments) {

  static Summary of(Endpoint endpoint) {
    List<String> all = Arrays.asList(endpoint.path().substring(1).split("/"));
    return new Summary(endpoint.method(), all.subList(Math.min(2, all.size() - 1), all.size()));
  }

  @Override
  public String toString() {
    String last = segments.getLast();
    if (isVariable(last)) {
      return verb() + " " + one(segments.size() - 2);
    }
    boolean ofOne = segments.size() > 2 && isVariable(segments.get(segments.size() - 2));
    String whole = ofOne ? " of " + one(segments.size() - 3) : "";
    if (method.equals(HttpMethod.POST)) {
      return isPlural(last)
          ? "Add to the " + words(last) + whole
          : capital(words(last)) + (ofOne ? " " + one(segments.size() - 3) : rest());
    }
    return isPlural(last) && !ofOne && method.equals(HttpMethod.GET)
        ? "List " + words(last)
        : verb() + " the " + words(last) + whole;
  }

  private String verb() {
    return switch (method.name()) {
      case "GET" -> "Get";
      case "PUT" -> "Replace";
      case "PATCH" -> "Change";
      case "DELETE" -> "Delete";
      case "POST" -> "Act on";
      default -> "Ask about";
    };
  }

  /// `, of alerts`, for what is done to many.
  private String rest() {
    return segments.size() < 2 ? "" : ", of " + words(segments.get(segments.size() - 2));
  }

  private String one(int at) {
    String noun = at < 0 ? "it" : words(segments.get(at));
    String singular =
        noun.endsWith("yses")
            ? noun.replaceFirst("es$", "is")
            : noun.replaceFirst("ies$", "y").replaceFirst("(?<=[sx])es$|s$", "");
    return ("aeiou".indexOf(singular.charAt(0)) >= 0 ? "an " : "a ") + singular;
  }

  private static boolean isPlural(String segment) {
    return segment.endsWith("s") && !segment.endsWith("ss");
  }

  private static boolean isVariable(String segment) {
    return segment.startsWith("{");
  }

  private static String words(String segment) {
    return segment.replace('-', ' ').replaceAll("[{}]", "");
  }

  private static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
