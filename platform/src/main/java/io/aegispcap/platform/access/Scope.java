package io.aegispcap.platform.access;

import java.util.Locale;

/// What a token lets a program do of what its owner may do.
public enum Scope {
  /// Requests that change nothing.
  READ,
  /// Requests that change something.
  WRITE,
  /// What only maintainers and administrators may do, together with `READ` or `WRITE`.
  ADMIN;

  /// As the API spells it.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
