package io.aegispcap.platform.accounts.entry;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.access.Role;
import io.aegispcap.platform.accounts.Handle;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Changes to accounts.
public interface Accounts {

  /// Empty when the handle is taken.
  Optional<PersonId> open(Handle handle, String name, Set<Role> roles, String passwordHash);

  /// For who enters otherwise. Empty when the handle is taken.
  Optional<PersonId> openWithoutPassword(Handle handle, String name, Set<Role> roles);

  Optional<Credential> credential(Handle handle);

  Optional<Credential> credential(PersonId person);

  void changePassword(PersonId person, String passwordHash);

  void describe(PersonId person, String name, List<String> expertise);

  void changeRoles(PersonId person, Set<Role> roles);

  void lock(PersonId person, boolean locked);

  /// How many people are administrators and not locked.
  int administrators();

  /// Forgets everything about somebody; the row stays for what refers to it.
  void erase(PersonId person);

  Optional<byte[]> picture(PersonId person);

  /// @param png empty to have none
  void changePicture(PersonId person, Optional<byte[]> png);
}
