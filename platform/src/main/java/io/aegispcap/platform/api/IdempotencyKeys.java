package io.aegispcap.platform.api;

import io.aegispcap.platform.access.PersonId;
import java.util.Optional;

/// Posts that carried an `Idempotency-Key`, and what was answered. A key is taken in one of two
/// ways, so that a server that dies in the middle never leaves it taken.
public interface IdempotencyKeys {

  /// Takes the key until the transaction that this is called in ends; empty when it is ours now.
  /// The request is to be carried out in that transaction, and its answer to be kept in it: all of
  /// it is there then, or nothing.
  ///
  /// @param fingerprint of all that makes the request what it is
  Optional<Earlier> take(PersonId person, String key, byte[] fingerprint);

  /// Takes the key for a while, for a request that can't be carried out in one transaction; empty
  /// when it is ours now. Should nothing be heard of it, the same request may take it again.
  Optional<Earlier> lease(PersonId person, String key, byte[] fingerprint);

  /// Keeps the answer to the request that the key was taken for.
  void keep(PersonId person, String key, byte[] fingerprint, KeptAnswer answer);

  /// Gives a leased key back: the request was refused, or failed.
  void release(PersonId person, String key);

  void forget(PersonId person);

  /// What the key was used for before.
  sealed interface Earlier {
    /// The same request, with its answer.
    record Answered(KeptAnswer answer) implements Earlier {}

    /// A request that is under way.
    record Unanswered() implements Earlier {}

    /// Some other request.
    record Different() implements Earlier {}
  }
}
