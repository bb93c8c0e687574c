package io.aegispcap.extension.pack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What `signature.json` says. It is written in one way only, so that no byte of it can be changed
/// unnoticed.
///
/// @param key the author's Ed25519 public key (RFC 8032), 64 hex digits in lower case
/// @param signature over the statement of digests, 128 hex digits in lower case
public record PackageSignature(String key, String signature) {
  /// Where it stands in a package.
  public static final String FILE = "signature.json";

  private static final Pattern FORM =
      Pattern.compile(
          "\\{\"algorithm\":\"Ed25519\",\"key\":\"([0-9a-f]{64})\",\"signature\":\"([0-9a-f]{128})\"\\}\n");

  public PackageSignature {
    if (!key.matches("[0-9a-f]{64}") || !signature.matches("[0-9a-f]{128}")) {
      throw new IllegalArgumentException("not a key of 64, and a signature of 128 hex digits");
    }
  }

  static PackageSignature read(byte[] json) throws InvalidPackageException {
    Matcher parts = FORM.matcher(new String(json, UTF_8));
    if (!parts.matches()) {
      throw new InvalidPackageException(FILE + " is not as `aegis plugin sign` writes it");
    }
    return new PackageSignature(parts.group(1), parts.group(2));
  }

  /// As it stands in a package.
  public byte[] json() {
    return "{\"algorithm\":\"Ed25519\",\"key\":\"%s\",\"signature\":\"%s\"}\n"
        .formatted(key, signature)
        .getBytes(UTF_8);
  }
}
