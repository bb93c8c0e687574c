package io.aegispcap.platform.blobs;

import java.util.regex.Pattern;

/// Names content by what it is.
///
/// @param sha256 of all its bytes, as 64 lower-case hexadecimal digits
public record BlobId(String sha256) {
  private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{64}");

  public BlobId {
    if (!DIGITS.matcher(sha256).matches()) {
      throw new IllegalArgumentException("not a SHA-256 in lower-case hexadecimal: " + sha256);
    }
  }

  @Override
  public String toString() {
    return sha256;
  }
}
