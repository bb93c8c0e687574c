package io.aegispcap.platform.access;

import java.util.Locale;

/// What a token lets a program do of what its owner may do.
public enum Scope {
  READ("see what you may see"),
  WRITE("add and change what you may"),
  ADMIN("run the place, together with one of the others");

  private final String meaning;

  Scope(String meaning) {
    this.meaning = meaning;
  }

  /// As the API spells it.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// For its owner.
  public String meaning() {
    return meaning;
  }
}
