package io.aegispcap.capture.protocol;

/// Who speaks: the one that opened the conversation, or the one that answers.
public enum Side {
  CLIENT,
  SERVER;

  public Side other() {
    return this == CLIENT ? SERVER : CLIENT;
  }
}
