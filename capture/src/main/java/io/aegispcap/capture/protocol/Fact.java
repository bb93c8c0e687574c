package io.aegispcap.capture.protocol;

/// One thing that a conversation said: a DNS answer, a TLS handshake, an HTTP exchange. Facts are
/// immutable values and may be kept.
public interface Fact {
  /// The protocol's ECS `network.protocol` name.
  String protocol();

  /// The frame that proves it; see [io.aegispcap.capture.packet.FrameId].
  long frameId();

  /// Nanoseconds since 1970-01-01T00:00:00Z of that frame.
  long timestamp();

  /// Writes its fields by their ECS names, in a fixed order, leaving out what is unknown.
  void describe(FactWriter out);
}
