package io.aegispcap.capture.protocol.websocket;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.MalformedMessageException;

/// Walks over one side's frames (RFC 6455 5.2). It holds the header of one and passes over
/// payloads.
final class FrameCounter {
  private static final int TEXT = 1;
  private static final int BINARY = 2;
  private static final int CLOSE = 8;
  private static final int LONGEST_HEADER = 14;

  private final byte[] header = new byte[LONGEST_HEADER + 2];
  private final Bytes view = new Bytes();
  private int held;
  private long remaining;
  private boolean counted;
  private long texts;
  private long binaries;
  private long bytes;
  private int closed;

  void read(Bytes data) {
    int at = 0;
    while (at < data.length()) {
      if (remaining > 0) {
        long passed = Math.min(remaining, data.length() - at);
        pass(passed);
        at += (int) passed;
      } else {
        header[held++] = (byte) data.u8(at++);
        if (held >= 2 && held == headerLength()) {
          begin();
        }
      }
    }
  }

  /// @return whether it knows where the next frame begins
  boolean skip(long length) {
    boolean inside = length <= remaining;
    if (inside) {
      pass(length);
    }
    return inside;
  }

  private void pass(long length) {
    remaining -= length;
    bytes += counted ? length : 0;
  }

  /// Of a Close frame the status code counts as part of the header.
  private int headerLength() {
    int lengthField = header[1] & 0x7f;
    int wide = lengthField == 126 ? 2 : lengthField == 127 ? 8 : 0;
    boolean code = opcode() == CLOSE && lengthField >= 2;
    return 2 + wide + (masked() ? 4 : 0) + (code ? 2 : 0);
  }

  private int opcode() {
    return header[0] & 15;
  }

  private boolean masked() {
    return header[1] < 0;
  }

  private void begin() {
    view.over(header, 0, held);
    int lengthField = header[1] & 0x7f;
    long length =
        switch (lengthField) {
          case 126 -> view.u16(2);
          case 127 -> view.u64(2);
          default -> lengthField;
        };
    boolean control = opcode() >= CLOSE;
    if (length < 0 || opcode() > 10 || opcode() > 2 && !control || control && lengthField > 125) {
      throw new MalformedMessageException("not a WebSocket frame");
    }
    counted = !control;
    texts += opcode() == TEXT ? 1 : 0;
    binaries += opcode() == BINARY ? 1 : 0;
    if (opcode() == CLOSE && length >= 2) {
      int mask = masked() ? view.u16(2) : 0;
      closed = view.u16(held - 2) ^ mask;
      length -= 2;
    }
    remaining = length;
    held = 0;
  }

  WebSocketConversation.Sent sent() {
    return new WebSocketConversation.Sent(texts, binaries, bytes, closed);
  }
}
