package io.aegispcap.capture.file;

import io.aegispcap.capture.packet.Window;
import java.io.Closeable;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// A position in the (decompressed) bytes of a capture, and the window of memory around it. Readers
/// ask for a record's bytes with [#has] and then find them unbroken in [#segment]; moving on to
/// another window lets go of the one before.
abstract sealed class ByteSource implements Closeable permits MappedBytes, StreamBytes {
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final MemorySegment NOTHING = MemorySegment.ofArray(new byte[0]);

  private Window window = new Window(NOTHING, () -> {});
  private MemorySegment segment = NOTHING;
  private long position;
  private long limit;
  private long start;

  /// Whether so many bytes lie from the position on; if so, they lie in one segment.
  final boolean has(long count) throws IOException {
    return limit - position >= count || reach(count);
  }

  /// Makes so many bytes readable from the position on, or says that there are not so many.
  abstract boolean reach(long count) throws IOException;

  /// Passes over bytes, as many as there are.
  ///
  /// @return whether there were so many
  final boolean skip(long count) throws IOException {
    if (count <= limit - position) {
      position += count;
      return true;
    }
    return pass(count);
  }

  /// Passes over bytes of which some lie beyond the window.
  abstract boolean pass(long count) throws IOException;

  /// Bytes between the position and the end, known once [#has] has said no.
  abstract long left();

  /// Shows another stretch of the bytes and lets go of the window before, unless it is the same.
  ///
  /// @param start where in all the bytes the window begins
  /// @param position next byte to read, in the window
  /// @param limit end of what can be read, in the window
  final void show(Window next, long start, long position, long limit) {
    if (next != window) {
      window.release();
      window = next;
      segment = next.segment();
    }
    this.start = start;
    this.position = position;
    this.limit = limit;
  }

  /// Lets go of the window; nothing is readable until another one is shown.
  final void leave(long offset) {
    show(new Window(NOTHING, () -> {}), offset, 0, 0);
  }

  final Window window() {
    return window;
  }

  final MemorySegment segment() {
    return segment;
  }

  /// Where the next byte lies in the segment.
  final long position() {
    return position;
  }

  /// End of what can be read in the segment.
  final long limit() {
    return limit;
  }

  final void advance(long count) {
    position += count;
  }

  /// Where the next byte lies in all the bytes.
  final long offset() {
    return start + position;
  }

  /// Four bytes, least significant first, so many bytes from the position.
  final int int32(long ahead) {
    return segment.get(INT, position + ahead);
  }

  /// Two bytes, least significant first, 0 to 65,535.
  final int int16(long ahead) {
    return Short.toUnsignedInt(segment.get(SHORT, position + ahead));
  }

  final byte[] copy(long ahead, int count) {
    return segment.asSlice(position + ahead, count).toArray(ValueLayout.JAVA_BYTE);
  }

  /// Lets go of the window and of whatever the bytes come from.
  @Override
  public void close() throws IOException {
    leave(offset());
  }
}
