package io.aegispcap.platform.access;

import java.util.Locale;

/// What a person is here. Everybody is a member; the rest comes on top.
public enum Role {
  MEMBER,
  ACADEMIC,
  PARTNER,
  MODERATOR,
  MAINTAINER,
  ADMINISTRATOR;

  /// As people read it.
  public String label() {
    return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
  }

  /// As the API spells it.
  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }
}
