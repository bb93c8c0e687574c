package io.aegispcap.stix.misp;

/// Content that is no event of MISP, or holds none.
public final class MispException extends Exception {
  private static final long serialVersionUID = 1L;

  MispException(String reason) {
    super(reason);
  }
}
