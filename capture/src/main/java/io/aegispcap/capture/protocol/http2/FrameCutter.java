package io.aegispcap.capture.protocol.http2;

import io.aegispcap.capture.protocol.Accumulator;
import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.MalformedMessageException;

/// Cuts one side's stream into frames (RFC 9113 4.1) and joins header blocks (6.10). It holds one
/// block of at most 64 KiB; other frames are passed over.
final class FrameCutter {
  private static final int HEADER = 9;
  private static final int LONGEST_BLOCK = 64 << 10;
  private static final int HEADERS = 1;
  private static final int RST_STREAM = 3;
  private static final int CONTINUATION = 9;
  private static final int LAST_TYPE = 0x20;
  private static final int END_STREAM = 1;
  private static final int END_HEADERS = 4;
  private static final int PADDED = 8;
  private static final int PRIORITY = 0x20;

  /// Takes what was cut out.
  interface Blocks {
    void block(int stream, Bytes block, boolean last);

    /// Nothing follows on this stream from this side.
    void end(int stream);
  }

  private final Blocks blocks;
  private final Accumulator held = new Accumulator(LONGEST_BLOCK + HEADER);
  private final Accumulator block = new Accumulator(LONGEST_BLOCK);
  private int flags;
  private int type = -1;
  private int stream;
  private int blockStream;
  private boolean blockLast;
  private long remaining;

  FrameCutter(Blocks blocks) {
    this.blocks = blocks;
  }

  void read(Bytes data) {
    int at = 0;
    while (at < data.length()) {
      if (type < 0) {
        int wanted = Math.min(HEADER - held.length(), data.length() - at);
        held.add(data, at, wanted);
        at += wanted;
        if (held.length() == HEADER) {
          begin(held.view());
        }
      } else {
        int taken = (int) Math.min(remaining, data.length() - at);
        if (isHeaders()) {
          held.add(data, at, taken);
        }
        at += taken;
        remaining -= taken;
        endIfWhole();
      }
    }
  }

  /// @return whether the next frame can still be found
  boolean skip(long length) {
    boolean inside = type >= 0 && !isHeaders() && length <= remaining;
    if (inside) {
      remaining -= length;
      endIfWhole();
    }
    return inside;
  }

  private boolean isHeaders() {
    return type == HEADERS || type == CONTINUATION;
  }

  private void begin(Bytes header) {
    remaining = header.u24(0);
    type = header.u8(3);
    flags = header.u8(4);
    stream = (int) (header.u32(5) & 0x7fff_ffff);
    held.drop(HEADER);
    if (type > LAST_TYPE || isHeaders() && (stream == 0 || remaining > LONGEST_BLOCK)) {
      throw new MalformedMessageException("not a frame of HTTP/2");
    }
    endIfWhole();
  }

  private void endIfWhole() {
    if (remaining > 0) {
      return;
    }
    int ended = type;
    type = -1;
    if (ended == HEADERS) {
      blockStream = stream;
      blockLast = (flags & END_STREAM) != 0;
      startBlock(held.view());
    } else if (ended == CONTINUATION && stream == blockStream) {
      block.add(held.view());
    } else if (ended == RST_STREAM || ended == 0 && (flags & END_STREAM) != 0) {
      blocks.end(stream);
    }
    held.drop(held.length());
    if ((ended == HEADERS || ended == CONTINUATION) && (flags & END_HEADERS) != 0) {
      blocks.block(blockStream, block.view(), blockLast);
      block.drop(block.length());
    }
  }

  private void startBlock(Bytes payload) {
    int from = ((flags & PADDED) != 0 ? 1 : 0) + ((flags & PRIORITY) != 0 ? 5 : 0);
    int padding = (flags & PADDED) != 0 ? payload.u8(0) : 0;
    block.drop(block.length());
    block.add(payload, from, payload.length() - from - padding);
  }
}
