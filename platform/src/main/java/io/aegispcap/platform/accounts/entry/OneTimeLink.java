package io.aegispcap.platform.accounts.entry;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.access.Role;
import java.util.Optional;
import java.util.Set;

/// What a link lets its holder do, once.
public sealed interface OneTimeLink {

  /// Opens the first account of this place.
  record SetUp() implements OneTimeLink {}

  /// Opens an account.
  ///
  /// @param roles it will have
  record Invitation(Set<Role> roles) implements OneTimeLink {
    public Invitation {
      roles = Set.copyOf(roles);
    }
  }

  /// Chooses a new password.
  record Reset(PersonId person) implements OneTimeLink {}

  /// What an account has that is opened with it; empty when it opens none.
  default Optional<Set<Role>> opens() {
    return switch (this) {
      case SetUp _ -> Optional.of(Set.of(Role.MEMBER, Role.ADMINISTRATOR));
      case Invitation invitation -> Optional.of(invitation.roles());
      case Reset _ -> Optional.empty();
    };
  }
}
