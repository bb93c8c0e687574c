package io.aegispcap.platform.accounts;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The name somebody signs in with and is linked by: 3 to 30 lower-case letters, digits and inner
/// hyphens.
public record Handle(String value) {
  private static final Pattern VALID = Pattern.compile("[a-z0-9][a-z0-9-]{1,28}[a-z0-9]");

  public Handle {
    if (!VALID.matcher(value).matches()) {
      throw new IllegalArgumentException("not a handle: " + value);
    }
  }

  /// From what a person typed; empty when it can't be one.
  public static Optional<Handle> parse(String typed) {
    String value = typed.strip().toLowerCase(Locale.ROOT);
    return VALID.matcher(value).matches() ? Optional.of(new Handle(value)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
