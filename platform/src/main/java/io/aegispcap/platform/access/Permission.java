package io.aegispcap.platform.access;

import java.util.Set;

/// What an endpoint asks of whoever calls it.
public enum Permission {
  /// Nothing: anyone may, signed in or not.
  VISIT,
  /// To be signed in.
  TAKE_PART,
  MODERATE,
  MAINTAIN,
  ADMINISTER;

  /// Whether nobody needs to sign in for it.
  public boolean open() {
    return this == VISIT;
  }

  /// Whether one of these roles is enough.
  public boolean grantedTo(Set<Role> held) {
    return open() || held.stream().anyMatch(this::grantedTo);
  }

  private boolean grantedTo(Role role) {
    return switch (this) {
      case VISIT, TAKE_PART -> true;
      case MODERATE ->
          role == Role.MODERATOR || role == Role.MAINTAINER || role == Role.ADMINISTRATOR;
      case MAINTAIN -> role == Role.MAINTAINER || role == Role.ADMINISTRATOR;
      case ADMINISTER -> role == Role.ADMINISTRATOR;
    };
  }
}
