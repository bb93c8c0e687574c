package io.aegispcap.platform.accounts.passkey;

import io.aegispcap.platform.access.PersonId;
import java.util.List;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;

/// The passkeys people have; what each consists of is Spring Security's to know.
public interface Passkeys extends UserCredentialRepository {

  /// The latest first.
  List<Passkey> of(PersonId person);

  /// Nothing happens when it is none of theirs.
  void remove(PersonId person, String id);
}
