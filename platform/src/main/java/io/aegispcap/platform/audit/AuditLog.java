package io.aegispcap.platform.audit;

import io.aegispcap.platform.access.PersonId;
import java.util.List;
import java.util.Optional;

/// What was done.
public interface AuditLog {

  /// What to look for.
  ///
  /// @param text in action, target or detail; empty for all
  /// @param person who did it
  /// @param before only entries before this one
  record Query(String text, Optional<PersonId> person, Optional<Long> before) {}

  /// Whether all is as it was written.
  sealed interface Verdict {
    /// @param entries how many there are
    record Intact(long entries) implements Verdict {}

    /// @param what is wrong, with the first entry that is
    record Broken(String what) implements Verdict {}
  }

  /// The latest first.
  List<AuditEntry> search(Query query, int most);

  /// Reads all of it.
  Verdict verify();
}
