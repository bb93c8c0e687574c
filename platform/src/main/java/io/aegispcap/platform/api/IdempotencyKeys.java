package io.aegispcap.platform.api;

import io.aegispcap.platform.access.PersonId;
import java.util.Optional;

/// Posts that carried an `Idempotency-Key`, and what was answered. Each call has a transaction of
/// its own, so that all nodes see it at once.
public interface IdempotencyKeys {

  /// Takes the key for a request; empty when it is ours now, and the request is to be carried out.
  ///
  /// @param fingerprint of all that makes the request what it is
  Optional<Earlier> claim(PersonId person, String key, byte[] fingerprint);

  /// Keeps the answer to the request that the key was taken for.
  void keep(PersonId person, String key, KeptAnswer answer);

  /// Gives the key back: the request was refused, or failed.
  void release(PersonId person, String key);

  void forget(PersonId person);

  /// What the key was used for before.
  sealed interface Earlier {
    /// The same request, with its answer.
    record Answered(KeptAnswer answer) implements Earlier {}

    /// The same request, which has no answer yet.
    record Unanswered() implements Earlier {}

    /// Some other request.
    record Different() implements Earlier {}
  }
}
