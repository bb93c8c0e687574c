package io.aegispcap.capture.file;

import io.aegispcap.capture.packet.Window;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Arrays;

/// A position in the (decompressed) bytes of a capture, and the window of memory around it. Readers
/// ask for a record's bytes with [#has] and then find them unbroken in the window.
///
/// A window is filled as bytes come in; when it is full, the record that it cuts moves to the start
/// of the next one, and the one before is let go of. A record larger than a window gets one that
/// grows with the bytes that really arrive, never with the length it states.
final class ByteSource implements Closeable {
  /// Bytes asked of the channel at a time: few enough that they stay in the processor's cache on
  /// their way through the channel's own buffer.
  private static final int CHUNK = 256 << 10;

  private static final byte[] NOTHING = {};

  private final ReadableByteChannel channel;
  private final BufferPool buffers;
  private boolean ended;
  private Window window = new Window(NOTHING, () -> {});
  private byte[] bytes = NOTHING;
  private int position;
  private int limit;
  private long start;

  ByteSource(ReadableByteChannel channel, int bufferBytes) {
    this.channel = channel;
    this.buffers = new BufferPool(bufferBytes);
  }

  /// Whether so many bytes lie from the position on; if so, they lie in one window.
  boolean has(long count) throws IOException {
    return limit - position >= count || reach(count);
  }

  private boolean reach(long count) throws IOException {
    while (limit - position < count) {
      if (ended) {
        return false;
      }
      if (limit == bytes.length) {
        moveOn();
      }
      fill();
    }
    return true;
  }

  private void moveOn() {
    int carried = limit - position;
    byte[] next = buffers.take(Math.multiplyExact(2, carried));
    System.arraycopy(bytes, position, next, 0, carried);
    show(new Window(next, () -> buffers.give(next)), offset());
    limit = carried;
  }

  private void fill() throws IOException {
    int read = channel.read(ByteBuffer.wrap(bytes, limit, Math.min(bytes.length - limit, CHUNK)));
    limit += Math.max(read, 0);
    ended = read < 0;
  }

  private void show(Window next, long from) {
    window.release();
    window = next;
    bytes = next.bytes();
    start = from;
    position = 0;
    limit = 0;
  }

  /// Passes over bytes, as many as there are.
  ///
  /// @return whether there were so many
  boolean skip(long count) throws IOException {
    long left = count;
    while (left > 0 && has(1)) {
      int step = (int) Math.min(left, limit - position);
      position += step;
      left -= step;
    }
    return left == 0;
  }

  /// Bytes between the position and the end, known once [#has] has said no.
  int left() {
    return limit - position;
  }

  /// Lets go of the window and of what is left in it; all of it counts as passed.
  void leave() {
    show(new Window(NOTHING, () -> {}), start + limit);
  }

  Window window() {
    return window;
  }

  /// Where the next byte lies in the window.
  int position() {
    return position;
  }

  /// @param count at most what [#has] has said is there
  void advance(long count) {
    position += (int) count;
  }

  /// Where the next byte lies in all the bytes.
  long offset() {
    return start + position;
  }

  /// Four bytes, least significant first, so many bytes from the position.
  int int32(long ahead) {
    return int16(ahead) | int16(ahead + 2) << 16;
  }

  /// Two bytes, least significant first, 0 to 65,535.
  int int16(long ahead) {
    int at = position + (int) ahead;
    return bytes[at] & 0xff | (bytes[at + 1] & 0xff) << 8;
  }

  /// One byte, 0 to 255.
  int int8(long ahead) {
    return bytes[position + (int) ahead] & 0xff;
  }

  byte[] copy(long ahead, int count) {
    int from = position + (int) ahead;
    return Arrays.copyOfRange(bytes, from, from + count);
  }

  /// Lets go of the window and closes the channel.
  @Override
  public void close() throws IOException {
    leave();
    channel.close();
  }
}
