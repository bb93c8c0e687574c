package io.aegispcap.analysis.detection.evaluation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Which families were looked at when thresholds were chosen. A family falls into a half by the
/// lowest bit of the first byte of the SHA-256 of its name, so that nobody chooses which. A family
/// of more than 200 captures is a collection, split by the letters its file names begin with.
public enum Half {
  CHOSEN("those thresholds were chosen on"),
  CHECKED("those they were checked on");

  private final String words;

  Half(String words) {
    this.words = words;
  }

  /// Lower case, as written in outputs.
  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  public String words() {
    return words;
  }

  public static Half of(String family) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(family.getBytes(UTF_8));
      return (digest[0] & 1) == 0 ? CHOSEN : CHECKED;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
