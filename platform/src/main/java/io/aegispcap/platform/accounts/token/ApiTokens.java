package io.aegispcap.platform.accounts.token;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.access.Scope;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Tokens that let programs in as their owners.
public interface ApiTokens {
  /// What each begins with, so that scanners for secrets know it.
  String PREFIX = "aegis_";

  /// @return the token, which is kept hashed and can't be shown again
  String make(PersonId owner, String label, Set<Scope> scopes, Duration valid);

  /// Whom it lets in, with the roles they have now; empty when it is made up, expired or revoked.
  Optional<Caller.Person> find(String token);

  /// The latest first, expired ones too.
  List<ApiToken> of(PersonId owner);

  /// Nothing happens when it is none of theirs.
  void revoke(PersonId owner, UUID token);
}
