package io.aegispcap.capture.protocol;

/// Bytes that are not the protocol they were read as. It carries no stack trace: hostile captures
/// make many of them.
public final class MalformedMessageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public MalformedMessageException(String reason) {
    super(reason, null, false, false);
  }
}
