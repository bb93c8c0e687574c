package io.aegispcap.capture.protocol.login;

/// A protocol of lines: commands one way, replies the other.
interface Talk {
  /// @return whether more of the conversation is wanted
  boolean command(String line);

  /// @return whether more of the conversation is wanted
  boolean reply(String line);

  /// The conversation ended; what waits is emitted as it is.
  void end();
}
