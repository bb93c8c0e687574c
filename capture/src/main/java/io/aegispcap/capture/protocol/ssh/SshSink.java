package io.aegispcap.capture.protocol.ssh;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Side;

/// Takes what one side's stream says.
interface SshSink {
  void banner(Side side, String line);

  void keyExchange(Side side, KeyExchange offer);

  /// The side sent what only an SSH client sends.
  void actsAsClient(Side side);

  /// Bytes that the side encrypted.
  void encrypted(Side side, Bytes data, int from);
}
