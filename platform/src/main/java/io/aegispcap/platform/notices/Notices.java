package io.aegispcap.platform.notices;

import io.aegispcap.platform.access.PersonId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Tells people things.
public interface Notices {

  /// Tells each of them, once for each topic however often this is called.
  ///
  /// @param topic what it is about, the same for the same event, such as `alert-assigned:17`
  /// @param text one sentence
  /// @param path where it leads
  void tell(Collection<PersonId> people, String topic, String text, String path);

  /// The latest first.
  List<Notice> of(PersonId person, int most);

  void markRead(PersonId person);

  /// Marks one of theirs as read, since they go where it leads.
  Optional<Notice> open(PersonId person, long id);

  /// Takes back all that somebody was told.
  void forget(PersonId person);
}
