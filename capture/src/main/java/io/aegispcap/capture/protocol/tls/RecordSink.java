package io.aegispcap.capture.protocol.tls;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Side;

/// Takes what a stream of TLS records carries.
interface RecordSink {
  /// A whole handshake message in clear.
  void handshake(Side side, int type, Bytes body);

  void alert(Side side, int level, int description);

  void changeCipher(Side side);

  /// A record that is encrypted has begun.
  ///
  /// @param length of its body
  void encrypted(Side side, int type, int length);

  /// Whether that side's records are encrypted by now, whatever their type says.
  boolean isEncrypted(Side side);
}
