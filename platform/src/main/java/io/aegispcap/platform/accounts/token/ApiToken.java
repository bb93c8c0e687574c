package io.aegispcap.platform.accounts.token;

import io.aegispcap.platform.access.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// A token as its owner sees it after the first time.
///
/// @param label what it is for, in the owner's words
public record ApiToken(
    UUID id,
    String label,
    Set<Scope> scopes,
    Instant created,
    Instant expires,
    Optional<Instant> lastUsed) {
  public ApiToken {
    scopes = Set.copyOf(scopes);
  }

  /// What it may do, in a fixed order.
  public List<Scope> sortedScopes() {
    return scopes.stream().sorted().toList();
  }
}
