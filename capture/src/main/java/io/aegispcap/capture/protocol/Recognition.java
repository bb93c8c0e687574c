package io.aegispcap.capture.protocol;

/// What the first bytes of a conversation tell of its protocol.
public enum Recognition {
  YES,
  NO,
  /// Too few bytes to say.
  MORE
}
