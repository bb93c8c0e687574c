package io.aegispcap.platform.accounts.passkey;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.accounts.entry.Secret;
import java.util.Optional;

/// What authenticators were asked to sign in the last minutes. Kept in the database, since the
/// answer may come to another node.
public interface Challenges {

  /// @param person who wants to add a passkey; empty for who wants to enter
  Secret keep(byte[] challenge, Optional<PersonId> person);

  /// Uses it up; empty when it is used, expired, made up or somebody else's.
  Optional<byte[]> take(Secret secret, Optional<PersonId> person);
}
