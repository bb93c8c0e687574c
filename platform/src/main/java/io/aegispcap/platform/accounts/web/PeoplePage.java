package io.aegispcap.platform.accounts.web;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.access.Role;
import io.aegispcap.platform.accounts.Profile;
import io.aegispcap.platform.web.Page;
import java.util.List;
import java.util.Optional;

/// Everybody, for administrators.
///
/// @param roles that can be given
/// @param link just made, to hand over, shown this once
/// @param saved whether something was changed just now
/// @param self who looks
public record PeoplePage(
    List<Profile> people, List<Role> roles, Optional<String> link, boolean saved, PersonId self)
    implements Page {
  public PeoplePage {
    people = List.copyOf(people);
    roles = List.copyOf(roles);
  }

  @Override
  public String title() {
    return "People";
  }

  @Override
  public String template() {
    return "accounts/people";
  }
}
