package io.aegispcap.platform.alerts.inbox;

import io.aegispcap.platform.access.PersonId;
import java.util.List;
import java.util.Optional;

/// Filters that people keep under a name.
public interface SavedFilters {
  /// One of somebody's.
  record Saved(long id, String name, String query) {}

  List<Saved> of(PersonId person);

  /// Keeps it; one of the same name gives way.
  Saved save(PersonId person, String name, String query);

  /// Gives one another name and query; empty when there is none, or its new name is another's.
  Optional<Saved> change(PersonId person, Saved changed);

  /// Whether it was there.
  boolean delete(PersonId person, long id);

  void forget(PersonId person);
}
