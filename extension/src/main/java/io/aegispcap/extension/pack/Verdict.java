package io.aegispcap.extension.pack;

/// What a check says of a package.
public enum Verdict {
  /// Nothing speaks against it.
  PASSED,
  /// Somebody should know, and may go on.
  WARNED,
  /// It is not to be used.
  FAILED
}
