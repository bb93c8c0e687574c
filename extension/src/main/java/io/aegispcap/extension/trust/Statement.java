package io.aegispcap.extension.trust;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.aegispcap.extension.pack.ExtensionPackage;

/// What an author signs: the digest of every file of a package.
final class Statement {
  private static final String FIRST_LINE = "aegisx-signature-v1\n";

  private Statement() {}

  /// The first line, and then `SHA-256 path` for each file in order, with two spaces between, as
  /// `sha256sum` prints them.
  static byte[] of(ExtensionPackage extension) {
    StringBuilder statement = new StringBuilder(FIRST_LINE);
    extension
        .digests()
        .forEach((path, digest) -> statement.append(digest).append("  ").append(path).append('\n'));
    return statement.toString().getBytes(UTF_8);
  }
}
