package io.aegispcap.platform.captures;

import java.util.Locale;

/// Who may see a capture beside its owner and administrators.
public enum Visibility {
  PRIVATE("only you and administrators"),
  TEAM("everybody who is signed in"),
  PUBLIC("everybody, visitors too");

  private final String meaning;

  Visibility(String meaning) {
    this.meaning = meaning;
  }

  /// For its owner.
  public String meaning() {
    return meaning;
  }

  /// As the API spells it.
  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// As people read it.
  public String label() {
    return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
  }
}
