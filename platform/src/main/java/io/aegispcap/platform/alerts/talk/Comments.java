package io.aegispcap.platform.alerts.talk;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.alerts.AlertId;
import java.util.List;
import java.util.Optional;

/// What was said.
public interface Comments {

  /// The earliest first.
  List<Comment> of(AlertId alert);

  /// The latest of them, the earliest first.
  List<Comment> latest(AlertId alert, int most);

  List<Comment> by(PersonId person);

  Optional<Comment> find(AlertId alert, long id);

  Comment add(AlertId alert, PersonId person, String text);

  void edit(long id, String text);

  void delete(long id);
}
