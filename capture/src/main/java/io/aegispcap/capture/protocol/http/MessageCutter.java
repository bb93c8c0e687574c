package io.aegispcap.capture.protocol.http;

import io.aegispcap.capture.protocol.Accumulator;
import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.MalformedMessageException;

/// Cuts one side's stream into messages: a header, then a body by length, in chunks, or until the
/// connection ends (RFC 9112 6, 7.1). It holds a header that is not whole yet, of at most 64 KiB,
/// and nothing of bodies.
final class MessageCutter {
  private static final int MAX_HEADER = 64 << 10;
  private static final int PIECE = 4096;
  private static final int MAX_CHUNK_DIGITS = 15;

  /// Takes the messages.
  interface Messages {
    /// @return where its body ends
    Framing head(HeaderBlock head);

    void body(Bytes data, int from, int length);

    /// Bytes of the body are missing.
    void lost(long length);

    /// @param whole whether the message ended where it said it would
    void end(boolean whole);
  }

  private enum State {
    HEAD,
    COUNTED,
    UNTIL_CLOSE,
    CHUNK_SIZE,
    CHUNK_EXTENSION,
    CHUNK,
    CHUNK_END,
    TRAILER,
    STOPPED
  }

  private final Messages messages;
  private final Accumulator header = new Accumulator(MAX_HEADER + PIECE);
  private State state = State.HEAD;
  private int scanned;
  private int taken;
  private long remaining;
  private int lineLength;

  MessageCutter(Messages messages) {
    this.messages = messages;
  }

  /// @return whether it can take more
  boolean read(Bytes data) {
    int at = 0;
    while (at < data.length() && state != State.STOPPED) {
      at =
          switch (state) {
            case HEAD -> readHead(data, at);
            case COUNTED, CHUNK -> readCounted(data, at);
            case UNTIL_CLOSE -> readRest(data, at);
            case CHUNK_SIZE, CHUNK_EXTENSION, CHUNK_END, TRAILER -> readControl(data, at);
            case STOPPED -> data.length();
          };
    }
    taken = at;
    return state != State.STOPPED;
  }

  /// How many bytes of what was read last belong to messages: after a switch of protocols the rest
  /// belongs to the other one.
  int taken() {
    return taken;
  }

  /// @return whether the next message can still be found
  boolean skip(long length) {
    boolean inside =
        state == State.UNTIL_CLOSE
            || ((state == State.COUNTED || state == State.CHUNK) && length <= remaining);
    if (!inside) {
      close();
      return false;
    }
    messages.lost(length);
    if (state != State.UNTIL_CLOSE) {
      remaining -= length;
      endCounted();
    }
    return true;
  }

  void close() {
    State last = state;
    state = State.STOPPED;
    header.clear();
    if (last != State.HEAD && last != State.STOPPED) {
      messages.end(last == State.UNTIL_CLOSE);
    }
  }

  private int readHead(Bytes data, int from) {
    int at = from;
    while (header.isEmpty() && at < data.length() && isLineEnd(data.u8(at))) {
      at++; // empty lines before a message (RFC 9112 2.2)
    }
    int length = Math.min(PIECE, data.length() - at);
    int before = header.length();
    header.add(data, at, length);
    int end = findHeaderEnd();
    if (end < 0) {
      if (header.length() > MAX_HEADER) {
        throw new MalformedMessageException("HTTP header longer than " + MAX_HEADER + " bytes");
      }
      return at + length;
    }
    HeaderBlock head = new HeaderBlock(header.view().copy(0, end));
    scanned = 0;
    header.drop(header.length());
    begin(messages.head(head));
    return at + end - before;
  }

  private static boolean isLineEnd(int value) {
    return value == '\r' || value == '\n';
  }

  /// Index after the empty line that ends the header; -1 when it is not there yet.
  private int findHeaderEnd() {
    Bytes held = header.view();
    int newline = held.indexOf((byte) '\n', scanned);
    while (newline >= 0) {
      int before = newline > 0 && held.u8(newline - 1) == '\r' ? newline - 2 : newline - 1;
      if (before >= 0 && held.u8(before) == '\n') {
        return newline + 1;
      }
      newline = held.indexOf((byte) '\n', newline + 1);
    }
    scanned = held.length();
    return -1;
  }

  private void begin(Framing framing) {
    switch (framing) {
      case Framing.Counted(long bytes) -> {
        state = State.COUNTED;
        remaining = bytes;
        endCounted();
      }
      case Framing.Chunked() -> beginChunk();
      case Framing.UntilClose() -> state = State.UNTIL_CLOSE;
      case Framing.Tunnel() -> {
        state = State.STOPPED;
        messages.end(true);
      }
    }
  }

  private void beginChunk() {
    state = State.CHUNK_SIZE;
    remaining = 0;
    lineLength = 0;
  }

  private int readCounted(Bytes data, int from) {
    int length = (int) Math.min(remaining, data.length() - from);
    messages.body(data, from, length);
    remaining -= length;
    endCounted();
    return from + length;
  }

  private void endCounted() {
    if (remaining > 0) {
      return;
    }
    if (state == State.CHUNK) {
      state = State.CHUNK_END;
    } else {
      state = State.HEAD;
      messages.end(true);
    }
  }

  private int readRest(Bytes data, int from) {
    messages.body(data, from, data.length() - from);
    return data.length();
  }

  private int readControl(Bytes data, int from) {
    int value = data.u8(from);
    switch (state) {
      case CHUNK_SIZE -> readChunkSize(value);
      case CHUNK_EXTENSION -> endSizeLine(value);
      case CHUNK_END -> readChunkEnd(value);
      case TRAILER -> readTrailer(value);
      case HEAD, COUNTED, UNTIL_CLOSE, CHUNK, STOPPED ->
          throw new IllegalStateException(state.name());
    }
    return from + 1;
  }

  private void readChunkSize(int value) {
    int digit = Character.digit(value, 16);
    if (digit >= 0) {
      remaining = (remaining << 4) | digit;
      lineLength++;
      if (lineLength > MAX_CHUNK_DIGITS) {
        throw new MalformedMessageException("HTTP chunk size too long");
      }
    } else if (lineLength > 0 && (isLineEnd(value) || value == ';' || value == ' ')) {
      state = State.CHUNK_EXTENSION;
      endSizeLine(value);
    } else {
      throw new MalformedMessageException("HTTP chunk size is not a number");
    }
  }

  private void endSizeLine(int value) {
    if (value == '\n') {
      state = remaining == 0 ? State.TRAILER : State.CHUNK;
      lineLength = 0;
    }
  }

  private void readChunkEnd(int value) {
    if (value == '\n') {
      beginChunk();
    } else if (value != '\r') {
      throw new MalformedMessageException("HTTP chunk longer than its size");
    }
  }

  private void readTrailer(int value) {
    if (value == '\n' && lineLength == 0) {
      state = State.HEAD;
      messages.end(true);
    } else if (value == '\n') {
      lineLength = 0;
    } else if (value != '\r') {
      lineLength = 1;
    }
  }
}
