package io.aegispcap.extension.trust;

import io.aegispcap.extension.pack.ExtensionPackage;
import io.aegispcap.extension.pack.Manifest;
import io.aegispcap.extension.pack.PackageSignature;
import io.aegispcap.extension.resolve.VersionRange;
import java.util.Optional;

/// Decides whether to take a package, from nothing but the package and what the installation knows.
public final class Trust {
  private Trust() {}

  /// The first thing that is wrong, or that nothing is.
  public static TrustDecision decide(ExtensionPackage extension, TrustStore store) {
    return extension
        .signature()
        .map(signature -> signed(extension, signature, store))
        .orElseGet(TrustDecision.Unsigned::new);
  }

  private static TrustDecision signed(
      ExtensionPackage extension, PackageSignature signature, TrustStore store) {
    Manifest manifest = extension.manifest();
    String key = signature.key();
    if (!Ed25519.verifies(key, Statement.of(extension), signature.signature())) {
      return new TrustDecision.Altered(
          "%s does not hold what %s signed".formatted(extension.file().getFileName(), key));
    }
    if (store.revoked(key)) {
      return new TrustDecision.Revoked(key);
    }
    Optional<String> pinned = store.pinned(manifest.namespace());
    if (pinned.isPresent() && !pinned.get().equals(key)) {
      return new TrustDecision.OtherKey(pinned.get(), key);
    }
    Optional<String> newest = store.newest(manifest.id());
    if (newest.isPresent() && VersionRange.compare(manifest.version(), newest.get()) < 0) {
      return new TrustDecision.RolledBack(newest.get());
    }
    return pinned.isPresent() ? new TrustDecision.Trusted(key) : new TrustDecision.FirstUse(key);
  }
}
