package io.aegispcap.platform.accounts.entry;

import io.aegispcap.platform.access.PersonId;
import java.util.List;
import java.util.Optional;

/// A code beside the password: from an authenticator app, or one of the recovery codes.
public interface SecondFactor {

  boolean isOn(PersonId person);

  /// Makes a new secret, which counts from its first right code on.
  AuthenticatorKey propose(PersonId person);

  /// What was proposed and not confirmed yet.
  Optional<AuthenticatorKey> proposed(PersonId person);

  /// Turns it on when the code is right.
  ///
  /// @return the recovery codes, to be shown once; empty when the code is wrong
  Optional<List<String>> confirm(PersonId person, String code);

  /// Whether the code is right now, and was not used before.
  boolean accepts(PersonId person, String code);

  void turnOff(PersonId person);

  int recoveryCodesLeft(PersonId person);
}
