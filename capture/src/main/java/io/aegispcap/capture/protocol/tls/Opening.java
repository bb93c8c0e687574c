package io.aegispcap.capture.protocol.tls;

import io.aegispcap.capture.protocol.Accumulator;
import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.MalformedMessageException;

/// What stands before a side's first TLS record: nothing, or a message framed as SSL 2.0 did.
final class Opening {
  private static final int LENGTH_BYTES = 2;

  private enum State {
    START,
    IN_MESSAGE,
    OVER
  }

  private final Accumulator held = new Accumulator(LENGTH_BYTES + Records.VERSION2_MAX);
  private State state = State.START;

  /// Whether the side's first byte has been seen and begins an SSL 2.0 message.
  boolean isVersion2(Bytes data) {
    if (state == State.START && data.length() > 0) {
      state = (data.u8(0) & 0x80) != 0 ? State.IN_MESSAGE : State.OVER;
    }
    return state == State.IN_MESSAGE;
  }

  /// @return how many of these bytes belong to the hello
  int readHello(Bytes data, Handshake handshake) {
    int at = 0;
    while (at < data.length() && state == State.IN_MESSAGE) {
      int taken = Math.min(needed() - held.length(), data.length() - at);
      held.add(data, at, taken);
      at += taken;
      completeHello(handshake);
    }
    return at;
  }

  private int needed() {
    return held.length() < LENGTH_BYTES
        ? LENGTH_BYTES
        : LENGTH_BYTES + Records.version2Length(held.view());
  }

  private void completeHello(Handshake handshake) {
    if (held.length() == LENGTH_BYTES && !Records.isVersion2Length(held.view())) {
      throw new MalformedMessageException("not an SSL 2.0 client hello");
    }
    if (held.length() > LENGTH_BYTES && held.length() == needed()) {
      state = State.OVER;
      Bytes whole = held.view();
      handshake.clientHello2(
          ClientHello.parseVersion2(whole.slice(LENGTH_BYTES, whole.length() - LENGTH_BYTES)));
      held.clear();
    }
  }
}
