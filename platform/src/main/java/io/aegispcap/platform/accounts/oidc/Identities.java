package io.aegispcap.platform.accounts.oidc;

import io.aegispcap.platform.access.PersonId;
import java.util.Optional;

/// Who is who at the provider.
public interface Identities {

  /// @param subject as the provider calls somebody, for ever
  Optional<PersonId> find(String issuer, String subject);

  /// Replaces what was linked to the person.
  void link(PersonId person, String issuer, String subject);

  void unlink(PersonId person);

  boolean isLinked(PersonId person);
}
