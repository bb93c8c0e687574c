package io.aegispcap.capture.protocol;

/// How messages of a stream tell where they end.
public interface Framing {
  /// Bytes that must be there before [#length] is asked, 1 or more.
  int header();

  /// Bytes of the message that begins here, its header included; 0 when more bytes are needed to
  /// say; -1 when no message begins here.
  ///
  /// @param message [#header] bytes or more
  int length(Bytes message);
}
