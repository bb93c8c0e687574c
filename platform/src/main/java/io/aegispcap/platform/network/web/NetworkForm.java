package io.aegispcap.platform.network.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What somebody typed, or a link filled in, by the names of the fields.
public record NetworkForm(Map<String, String> typed) {
  private static final List<String> ALLOWANCE =
      List.of("detector", "host", "peer", "port", "reason", "expires");
  private static final List<String> DEVICE = List.of("device", "kind", "reason");

  public NetworkForm {
    typed = Map.copyOf(typed);
  }

  public String text(String field) {
    return typed.getOrDefault(field, "").strip();
  }

  /// Of a field of digits; an address says no more than that.
  Optional<Long> number(String field) {
    String text = text(field);
    return text.matches("\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
  }

  Map<String, Object> allowance() {
    return values(ALLOWANCE);
  }

  Map<String, Object> device() {
    return values(DEVICE);
  }

  /// Blocks with commas or spaces between them.
  List<String> home() {
    return Arrays.stream(text("home").split("[,\\s]+", -1))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /// Those that are filled in.
  private Map<String, Object> values(List<String> fields) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (String field : fields) {
      String text = text(field);
      if (!text.isEmpty()) {
        values.put(field, field.equals("port") ? port(text) : text);
      }
    }
    return values;
  }

  /// What is none stays text, and is refused as such.
  private static Object port(String text) {
    return text.matches("\\d{1,9}") ? Double.valueOf(text) : text;
  }
}
