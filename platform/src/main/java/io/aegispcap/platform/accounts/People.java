package io.aegispcap.platform.accounts;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.access.Role;
import io.aegispcap.platform.web.SearchText;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Everybody who has an account. Whoever left is found no more.
public interface People {

  Optional<Profile> find(PersonId id);

  Optional<Profile> find(Handle handle);

  /// In the order of their handles.
  List<Profile> all();

  /// Those whose handle, name and expertise hold all words; those whose handle begins with the text
  /// first.
  List<Profile> search(SearchText wanted, int most);

  /// Whether nobody has an account yet.
  boolean isEmpty();

  /// Those who are at least one of these.
  List<PersonId> holding(Set<Role> roles);
}
