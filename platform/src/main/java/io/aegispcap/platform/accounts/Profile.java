package io.aegispcap.platform.accounts;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.access.Role;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// What others see of a person.
///
/// @param expertise topics they know, for whoever looks for help
/// @param picture whether they have one
/// @param locked whether they are kept from entering
public record Profile(
    PersonId id,
    Handle handle,
    String name,
    Set<Role> roles,
    List<String> expertise,
    boolean picture,
    boolean locked,
    Instant joined) {
  public Profile {
    roles = Set.copyOf(roles);
    expertise = List.copyOf(expertise);
  }
}
