package io.aegispcap.extension.pack;

import java.util.Set;

/// What checks are given.
///
/// @param extension the package
/// @param hostVersion version of the plugin API that would run it
/// @param maliciousDigests SHA-256 of packages, and of files in packages, that are known to do
///   harm; 64 hex digits in lower case
/// @param knownIds ids of packages that exist
public record CheckInput(
    ExtensionPackage extension,
    String hostVersion,
    Set<String> maliciousDigests,
    Set<String> knownIds) {
  public CheckInput {
    maliciousDigests = Set.copyOf(maliciousDigests);
    knownIds = Set.copyOf(knownIds);
  }
}
