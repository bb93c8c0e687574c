package io.aegispcap.platform.alerts.inbox;

import io.aegispcap.platform.access.PersonId;
import java.util.List;

/// Filters that people keep under a name.
public interface SavedFilters {
  /// One of somebody's.
  record Saved(long id, String name, String query) {}

  List<Saved> of(PersonId person);

  /// Keeps it; one of the same name gives way.
  void save(PersonId person, String name, String query);

  void delete(PersonId person, long id);

  void forget(PersonId person);
}
