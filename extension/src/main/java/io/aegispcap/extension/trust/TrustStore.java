package io.aegispcap.extension.trust;

import java.util.Optional;

/// Whom an installation trusts. Keys are 64 hex digits.
public interface TrustStore {
  /// The key that a namespace belongs to.
  Optional<String> pinned(String namespace);

  /// Whether nothing signed with this key is taken any more.
  boolean revoked(String key);

  /// The newest version of a package that was ever installed.
  ///
  /// @param id `namespace/name`
  Optional<String> newest(String id);
}
