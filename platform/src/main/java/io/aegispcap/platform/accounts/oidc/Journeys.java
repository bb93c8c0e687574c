package io.aegispcap.platform.accounts.oidc;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.accounts.entry.Secret;
import java.util.Optional;

/// People who are on their way to the provider and back. Kept in the database, since they may come
/// back to another node.
public interface Journeys {

  /// What is needed when they are back.
  ///
  /// @param state to be sent back by the provider
  /// @param nonce to be in its token
  /// @param verifier of PKCE. Source: RFC 7636
  /// @param redirectUri where they come back to
  /// @param next where to go then
  /// @param person who wants to link their account; empty for who wants to enter
  record Journey(
      String state,
      String nonce,
      String verifier,
      String redirectUri,
      String next,
      Optional<PersonId> person) {}

  Secret begin(Journey journey);

  Optional<Journey> find(Secret secret);

  void end(Secret secret);
}
