package io.aegispcap.extension.trust;

/// Whether a package comes from whom an installation takes it from.
public sealed interface TrustDecision {
  /// For people: what was found, and what can be done.
  String explanation();

  /// Signed with the key that its namespace belongs to.
  record Trusted(String key) implements TrustDecision {
    @Override
    public String explanation() {
      return "signed with " + key + ", the key of its namespace here";
    }
  }

  /// Signed, and nothing of its namespace was installed before: whether to pin the key is for a
  /// person to say.
  record FirstUse(String key) implements TrustDecision {
    @Override
    public String explanation() {
      return "signed with %s; nothing of its namespace was installed here before, so compare this key with what its author publishes"
          .formatted(key);
    }
  }

  /// Nobody signed it.
  record Unsigned() implements TrustDecision {
    @Override
    public String explanation() {
      return "it is not signed: its author signs it with `aegis plugin sign`";
    }
  }

  /// Its signature is not one over its files.
  ///
  /// @param what file name of the package, and the key that it claims
  record Altered(String what) implements TrustDecision {
    @Override
    public String explanation() {
      return what + ": take it from its author again";
    }
  }

  /// Signed with a key that was revoked here.
  record Revoked(String key) implements TrustDecision {
    @Override
    public String explanation() {
      return "signed with " + key + ", which was revoked: whoever has that key can't be trusted";
    }
  }

  /// Signed with another key than its namespace belongs to.
  record OtherKey(String expected, String found) implements TrustDecision {
    @Override
    public String explanation() {
      return "signed with %s, but its namespace belongs to %s here: another author, or a new key of the same; ask the author before you pin the new key"
          .formatted(found, expected);
    }
  }

  /// Older than what was installed before.
  record RolledBack(String installedVersion) implements TrustDecision {
    @Override
    public String explanation() {
      return "version %s was installed here before; an older one may have faults that were mended"
          .formatted(installedVersion);
    }
  }
}
