package io.aegispcap.capture.protocol;

/// Reads one conversation in a protocol and emits what it says as facts. Over TCP it is given each
/// side's bytes once, in order; over UDP one datagram a call.
///
/// It keeps bounded state of its own for messages that span calls. When it meets bytes that are not
/// its protocol it throws [MalformedMessageException], and the conversation is read no further.
public interface Dialogue {
  /// @param data readable during the call only
  /// @return whether it wants to see more of this conversation
  boolean read(Side side, Bytes data);

  /// Bytes that one side sent are missing: lost in the capture, cut by the snap length, or beyond
  /// what reassembly holds.
  ///
  /// @param length missing bytes, 1 or more
  /// @return whether it wants to see more of this conversation
  boolean gap(Side side, long length);

  /// The conversation ended; facts that wait for more are emitted as they are.
  void close();
}
