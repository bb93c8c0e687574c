package io.aegispcap.stix.pattern;

/// A text that is no pattern.
public final class PatternSyntaxException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient PatternError error;

  public PatternSyntaxException(PatternError error) {
    super(error.toString());
    this.error = error;
  }

  public PatternError error() {
    return error;
  }
}
