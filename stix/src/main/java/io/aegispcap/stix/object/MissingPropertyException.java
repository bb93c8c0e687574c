package io.aegispcap.stix.object;

/// A property that an object must have and does not, or not as what it should be.
public final class MissingPropertyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MissingPropertyException(String object, String property) {
    super(object + " has no usable " + property + ": validate it before reading");
  }
}
