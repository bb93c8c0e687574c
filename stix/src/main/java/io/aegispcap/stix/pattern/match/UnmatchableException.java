package io.aegispcap.stix.pattern.match;

/// A pattern or observed data for which there is no answer, and why.
public final class UnmatchableException extends Exception {
  private static final long serialVersionUID = 1L;

  public UnmatchableException(String reason) {
    super(reason);
  }
}
