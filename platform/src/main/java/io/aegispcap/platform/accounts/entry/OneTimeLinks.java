package io.aegispcap.platform.accounts.entry;

import io.aegispcap.platform.access.PersonId;
import java.time.Duration;
import java.util.Optional;

/// Links given out and not used yet.
public interface OneTimeLinks {

  /// @param madeBy who gives it out; empty for the platform itself
  Secret make(OneTimeLink link, Optional<PersonId> madeBy, Duration valid);

  /// What it would let its holder do; empty when it is used, expired or made up.
  Optional<OneTimeLink> look(Secret secret);

  /// Uses it up.
  Optional<OneTimeLink> take(Secret secret);

  /// The set-up links of earlier starts.
  void withdrawSetUp();
}
