package io.aegispcap.stix.marking;

/// A selector of something that is not there, or a marking that is not there to be removed.
public final class NothingSelectedException extends Exception {
  private static final long serialVersionUID = 1L;

  NothingSelectedException(String reason) {
    super(reason);
  }
}
