package io.aegispcap.capture.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;

/// The first bytes of a file or stream, by which it is recognised.
final class Head {
  private static final int LENGTH = 512;
  private static final int ENOUGH = 4;

  private final ByteBuffer bytes;

  private Head(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  /// Reads what comes first, waiting only for as many bytes as a magic number has.
  static Head read(ReadableByteChannel stream) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(LENGTH).order(ByteOrder.LITTLE_ENDIAN);
    int read = 0;
    while (read >= 0 && bytes.position() < ENOUGH) {
      read = stream.read(bytes);
    }
    return new Head(bytes.flip());
  }

  int length() {
    return bytes.limit();
  }

  /// The first four bytes, least significant first.
  int magic() {
    return bytes.getInt(0);
  }

  /// Whether the bytes begin with these characters of ISO 8859-1.
  boolean startsWith(String characters) {
    byte[] wanted = characters.getBytes(StandardCharsets.ISO_8859_1);
    return wanted.length <= length()
        && bytes.slice(0, wanted.length).equals(ByteBuffer.wrap(wanted));
  }

  /// Whether there is nothing in it but what texts are made of.
  boolean text() {
    for (int i = 0; i < length(); i++) {
      int value = bytes.get(i) & 0xff;
      if (value == 0x7f || (value < ' ' && "\n\r\t\f".indexOf(value) < 0)) {
        return false;
      }
    }
    return length() > 0;
  }

  /// The same bytes again, and after them the rest of the stream they were read from.
  ReadableByteChannel followedBy(ReadableByteChannel rest) {
    return new Replay(bytes.duplicate(), rest);
  }

  private record Replay(ByteBuffer head, ReadableByteChannel rest) implements ReadableByteChannel {
    @Override
    public int read(ByteBuffer target) throws IOException {
      if (!head.hasRemaining()) {
        return rest.read(target);
      }
      int count = Math.min(head.remaining(), target.remaining());
      target.put(head.slice(head.position(), count));
      head.position(head.position() + count);
      return count;
    }

    @Override
    public boolean isOpen() {
      return rest.isOpen();
    }

    @Override
    public void close() throws IOException {
      rest.close();
    }
  }
}
