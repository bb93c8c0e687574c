package io.aegispcap.platform.alerts.rule;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.alerts.AlertId;
import io.aegispcap.platform.alerts.Reason;
import java.util.List;
import java.util.Optional;

/// The rules.
public interface Rules {

  /// The latest first.
  List<ArchiveRule> all();

  Optional<ArchiveRule> find(long id);

  ArchiveRule make(PersonId maker, String detectorName, ArchiveRule.Match match, Reason reason);

  /// Active alerts that a rule of this person with this condition would archive now, the latest
  /// first.
  ///
  /// @param most of them
  List<AlertId> matching(PersonId maker, ArchiveRule.Match match, int most);

  /// Archives these in the rule's name, for its maker, who can undo it.
  Archived archive(ArchiveRule rule, List<AlertId> alerts);

  /// What was archived at once.
  ///
  /// @param action that can be undone, by its number; empty when nothing was
  record Archived(int alerts, Optional<Long> action) {
    static final Archived NOTHING = new Archived(0, Optional.empty());
  }

  void enable(long id, boolean enabled);

  void delete(long id);

  /// Switches off what somebody made who is not here any more.
  void disableAll(PersonId maker);
}
