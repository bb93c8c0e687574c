package io.aegispcap.stix.version;

/// A change that no version of an object may make.
public final class VersioningException extends Exception {
  private static final long serialVersionUID = 1L;

  VersioningException(String reason) {
    super(reason);
  }
}
