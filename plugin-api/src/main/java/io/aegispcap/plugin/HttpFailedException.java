package io.aegispcap.plugin;

/// A call of an integration was refused or not answered. The message says why.
public final class HttpFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public HttpFailedException(String message) {
    super(message);
  }
}
