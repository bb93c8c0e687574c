package io.aegispcap.platform.accounts.entry;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.PersonId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Who is signed in where.
public interface Sessions {

  /// Lets somebody in.
  Secret start(PersonId person, Origin origin);

  /// Remembers for a few minutes that somebody gave the right password, and owes a second factor.
  Secret startPending(PersonId person, Origin origin);

  /// Whose session this is, with the roles they have now; empty when it is over or pending.
  Optional<Caller.Person> find(Secret secret);

  Optional<PersonId> findPending(Secret secret);

  void end(Secret secret);

  /// The latest first.
  List<Session> of(PersonId person, Secret current);

  /// Ends one of somebody's own; nothing happens when it is none of theirs.
  void revoke(PersonId person, UUID session);

  void revokeAll(PersonId person);
}
