package io.aegispcap.stix.object;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `type--UUID`, section 2.9.
public record StixId(String type, UUID uuid) {

  private static final Pattern FORM =
      Pattern.compile(
          "([a-z][a-z0-9-]*)--"
              + "([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-5][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12})");

  /// Empty when it is no identifier.
  public static Optional<StixId> find(String text) {
    Matcher parts = FORM.matcher(text);
    return parts.matches()
        ? Optional.of(new StixId(parts.group(1), UUID.fromString(parts.group(2))))
        : Optional.empty();
  }

  /// @throws IllegalArgumentException when it is no identifier
  public static StixId of(String text) {
    return find(text)
        .orElseThrow(
            () -> new IllegalArgumentException("'" + text + "' is not an identifier, type--UUID"));
  }

  @Override
  public String toString() {
    return type + "--" + uuid;
  }
}
