package io.aegispcap.cage.wire;

import java.io.IOException;

/// The other side sent what is no frame of ours.
public final class WireException extends IOException {
  private static final long serialVersionUID = 1L;

  /// @param offset bytes from the start of the frame's body
  public WireException(String what, long offset) {
    super(what + " at byte " + offset + " of the frame");
  }
}
